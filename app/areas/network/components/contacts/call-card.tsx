import { useForm } from "@conform-to/react";
import { useRef, type ComponentProps, type MouseEventHandler } from "react";
import type { IconName } from "~/ui/icons";
import type { FormResult } from "~/kernel/http.server";
import { formatMobile } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { DateField } from "~/ui/form/date-field";
import { FieldError } from "~/ui/form/field";
import { Form } from "~/ui/form/form";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { LinkButton } from "~/ui/link-button";
import { comma } from "~/ui/listed";
import { SegmentedControl } from "~/ui/segmented-control";
import { Sheet } from "~/ui/sheet";
import { silenceOf, stateOn, type Cadence } from "../../lifecycle";
import { silenceWord } from "../../contacts/silence-word";
import type { NetworkKey } from "../../messages";
import type { PersonRow } from "../../queries.server/people";
import { AGAIN_IN, CHANNELS, OUTCOMES, type Outcome } from "../../choices";
import { useAgreedWord } from "./agreed-word";
import { PreparedText } from "./prepared-text";
import { barredChannels, suggestedChannel, type Way } from "../../people/ways";
import type { PersonWay } from "../../queries.server/ways";
import { WaySummary } from "../people/ways";
import { NoContactChip, StateChip } from "../people/state-chip";
import { TierMark } from "../people/tier";

const ICONS: Record<Outcome, IconName> = {
  reached: "phone",
  "action-needed": "hand",
  "no-answer": "phone-missed",
  "call-back": "clock",
  "left-message": "voicemail",
  "wrong-number": "phone-off",
};

type Fields = Record<"channel" | "outcome" | "againIn" | "happenedOn" | "note" | "nextOn" | "nextAt", string>;

type Props = {
  person: PersonRow;
  /** Ways that the person asks not to be reached by, and the one he prefers. */
  reach: { ways: readonly PersonWay[]; preferred: Way | null };
  cadence: Cadence;
  today: IsoDate;
  requestId: string;
  answer: FormResult | undefined;
  action: string;
  skip?: string;
};

/** The kind of contact to begin with: whoever has no number is met. */
function firstChannel({ preferred, ways }: Props["reach"], hasNumber: boolean) {
  const suggested = suggestedChannel(preferred, ways) ?? "phone";
  return suggested === "phone" && !hasNumber ? "in-person" : suggested;
}

/** "Call back" asks when, at once: a day at a tap, or another one; the hour is free. */
function CallBack({
  field,
  onOtherDay,
}: {
  field: ComponentProps<typeof TextField>["field"];
  onOtherDay: MouseEventHandler<HTMLButtonElement>;
}) {
  const t = useT<NetworkKey>();
  return (
    <details className="group open:col-span-2 open:rounded-card open:border open:border-line-2 open:bg-sheet open:p-3">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-center gap-2 rounded-field border border-edge bg-sheet px-4 text-item group-open:mb-3 group-open:min-h-9 group-open:justify-start group-open:border-0 group-open:px-0">
        <Icon of="clock" size={18} />
        <span className="pt-0.5 group-open:hidden">{t("network.outcome.call-back")}</span>
        <span className="hidden pt-0.5 group-open:inline">{t("network.contact.again")}</span>
      </summary>
      <div className="grid grid-cols-2 gap-2">
        {AGAIN_IN.map((days) => (
          <Button key={days} name="againIn" value={days} size="touch" wide>
            {t(`network.contact.again.${days}`)}
          </Button>
        ))}
        <Button name="outcome" value="call-back" size="touch" wide onClick={onOtherDay}>
          {t("network.contact.again.day")}
        </Button>
      </div>
      <div className="mt-3">
        <TextField field={field} optional digits width="short" help={t("network.contact.next-at.help")} />
      </div>
    </details>
  );
}

/**
 * The call: who it is, what was said last, and the outcomes at the thumb. Ringing and one outcome are two taps.
 * @param action where the contact is posted; `skip` leads to the next in the queue.
 */
export function CallCard({ person, reach, cadence, today, requestId, answer, action, skip }: Props) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({ lastResult: answer?.result });
  const barred = barredChannels(reach.ways);
  const further = reach.ways.find(({ way }) => way === "phone")?.handle;
  const silence = silenceOf(person.quietSince, person.tier, cadence, today);
  const labels = {
    channel: t("network.contact.channel"),
    outcome: t("network.contact.question"),
    happenedOn: t("network.contact.happened-on"),
    note: t("network.contact.note"),
    nextOn: t("network.contact.next-on"),
    nextAt: t("network.contact.next-at"),
  };
  const agreedWord = useAgreedWord();
  const details = useRef<HTMLDetailsElement>(null);
  const hasDay = () =>
    details.current?.querySelector<HTMLInputElement>(`[name="${fields.nextOn.name}"]`)?.value;
  const number = person.mobile ? formatMobile(person.mobile, locale) : null;
  const where = [...person.circles, person.locality].filter(Boolean).join(comma(locale));

  return (
    <div className="mx-auto max-w-120">
      <Sheet as="section">
        <h2 className="text-title-phone">{person.fullName}</h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-second text-ink-2">
          <TierMark tier={person.tier} />
          {where && <span>{where}</span>}
        </p>
        <p className="mt-3 flex flex-wrap gap-2">
          <StateChip state={stateOn(person, cadence, today)} quiet />
          {person.noContact && <NoContactChip />}
          <Chip tone={silence.isCold ? "saffron" : "neutral"} icon="clock">
            {t(silenceWord(person, silence), {
              days: silence.days,
              cadence: silence.cadence,
            })}
          </Chip>
        </p>
        <WaySummary ways={reach.ways} preferred={reach.preferred} />
        <div className="mt-4 border-t border-line pt-3">
          <Facts
            facts={[
              {
                label: t("network.contact.last"),
                value:
                  person.lastOn && person.lastOutcome ? (
                    <>
                      <DateText iso={person.lastOn} style="day-month" />
                      {comma(locale)}
                      {t(`network.outcome.${person.lastOutcome}`)}
                    </>
                  ) : (
                    t("network.never")
                  ),
              },
              { label: t("network.contact.said"), value: person.lastNote },
              {
                label: t("network.col.next"),
                value: person.nextOn ? agreedWord(person.nextOn, person.nextAt) : null,
              },
            ]}
          />
        </div>
        <div className="mt-4">
          {barred.includes("phone") ? (
            <p className="flex items-center gap-2 text-second text-ink-2">
              <Icon of="phone-off" size={15} />
              {t("network.ways.no-phone")}
            </p>
          ) : number ? (
            <a
              href={`tel:${person.mobile ?? ""}`}
              className="flex min-h-12 w-full items-center justify-center gap-2.5 rounded-field border border-teal-line bg-sheet px-4 text-item text-teal-deep hover:bg-teal-tint"
            >
              <Icon of="phone-call" size={22} />
              <span className="pt-0.5">{t("network.contact.ring", { number: `\u2068${number}\u2069` })}</span>
            </a>
          ) : (
            <p className="flex items-center gap-2 text-second text-ink-3">
              <Icon of="circle-alert" size={15} />
              {t("network.contact.no-mobile")}
            </p>
          )}
          {further && !barred.includes("phone") && (
            <p className="mt-2 text-second text-ink-2">
              {t("network.ways.further-number")}{" "}
              <a
                href={`tel:${further}`}
                className="inline-flex min-h-9 items-center text-teal max-sm:min-h-11"
              >
                <Code>{formatMobile(further, "en")}</Code>
              </a>
            </p>
          )}
        </div>
      </Sheet>

      <div className="mt-5">
        <Form form={form} labels={labels} requestId={requestId} action={action} warn={false}>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2 className="text-section">{t("network.contact.question")}</h2>
            <SegmentedControl
              key={fields.channel.key}
              field={fields.channel}
              legend={labels.channel}
              defaultValue={firstChannel(reach, person.mobile !== null)}
              segments={CHANNELS.map((channel) => ({
                value: channel,
                label: t(`network.channel.${channel}`),
              }))}
            />
          </div>
          <FieldError field={fields.outcome} />
          <div id={fields.outcome.id} className="grid grid-flow-dense grid-cols-2 gap-2">
            {OUTCOMES.map((outcome) =>
              outcome === "call-back" ? (
                <CallBack
                  key={outcome}
                  field={fields.nextAt}
                  onOtherDay={(event) => {
                    if (!details.current || hasDay()) return;
                    event.preventDefault();
                    details.current.open = true;
                    document.getElementById(fields.nextOn.id)?.focus();
                  }}
                />
              ) : (
                <Button key={outcome} name="outcome" value={outcome} size="touch" icon={ICONS[outcome]} wide>
                  {t(`network.outcome.${outcome}`)}
                </Button>
              ),
            )}
          </div>
          <details
            ref={details}
            open={answer !== undefined}
            className="rounded-card border border-line-2 bg-sheet px-4 py-1"
          >
            <summary className="flex min-h-11 cursor-pointer items-center text-second text-teal">
              {t("network.contact.details")}
            </summary>
            <div className="flex flex-col gap-4 pt-2 pb-4">
              <TextArea field={fields.note} optional rows={3} help={t("network.contact.note.help")} />
              <DateField field={fields.happenedOn} optional help={t("network.contact.happened-on.help")} />
              <DateField field={fields.nextOn} optional />
            </div>
          </details>
          <p className="flex flex-wrap items-center justify-between gap-2 text-meta text-ink-3">
            <span>{t("network.contact.one-tap")}</span>
            {skip && (
              <LinkButton kind="quiet" to={skip} icon="skip-forward" mirrorIcon>
                {t("network.calls.skip")}
              </LinkButton>
            )}
          </p>
        </Form>
      </div>
      <div className="mt-4">
        {barred.includes("message") ? (
          <p className="text-second text-ink-2">{t("network.ways.no-message")}</p>
        ) : (
          <PreparedText name={person.fullName} start="greeting" />
        )}
      </div>
    </div>
  );
}
