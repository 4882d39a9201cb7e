import { officeNameIn } from "~/lib/office-name";
import type { FormResult } from "~/kernel/http.server";
import { RefusedPress } from "~/ui/form/kept-words";
import { Code } from "~/ui/code";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { Icon } from "~/ui/icon";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";
import { formatMobile } from "~/lib/identifiers";
import { transferOf } from "../lifecycle";
import type { DemandKey } from "../messages";
import type { DemandDetails } from "../queries.server";
import { REFUSAL_REASONS } from "../choices";
import { AnswerForm } from "./answer-form";
import { Outcomes } from "./outcomes";
import { ReferForm } from "./refer-form";
import { Slip } from "./slip";
import { StateChip } from "./state-chip";
import { Story } from "./story";
import { WithdrawForm } from "./withdraw-form";

export type DemandIntent = "refer" | "answer" | "withdraw";

type Props = {
  /** The tracking code is absent above its county. */
  demand: Omit<DemandDetails, "trackingCode"> & { trackingCode: string | null };
  person: { fullName: string; mobile: string | null; words: string } | undefined;
  offices: readonly { id: string; nameFa: string; nameEn: string }[] | undefined;
  base: string;
  trackAddress: string;
  requestId: string;
  done: "recorded" | "referred" | "answer-saved" | "withdrawn" | undefined;
  mayAnswer: boolean;
  mayWithdraw: boolean;
  /** Where a personal link is made for the office it is with; null where there is none, or where it is not one's to make. */
  linkHref: string | null;
  answer: (FormResult & { intent: DemandIntent }) | undefined;
};

/** A demand: the body's word and the citizen's word of equal size, the outcome in plain sight, then the next steps. */
export function DemandRecord(props: Props) {
  const { demand, person, offices, base, requestId, done, answer } = props;
  const t = useT<DemandKey>();
  const { locale } = useLocale();
  const answerOf = (intent: DemandIntent) => (answer?.intent === intent ? answer : undefined);
  const { revision } = demand;
  const mayAct = offices !== undefined || props.mayAnswer || props.mayWithdraw;
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("demands.title") }}
        title={demand.title}
        state={<StateChip state={demand.state} answerKind={demand.answerKind} />}
        meta={
          <>
            <span>{t(`demands.kind.${demand.kind}`)}</span>
            {demand.trackingCode && (
              <span>
                {t("demands.tracking")}: <Code>{demand.trackingCode}</Code>
              </span>
            )}
            <DateText iso={demand.receivedOn} />
          </>
        }
      />
      {done && (
        <div className="mb-4">
          <Notice live title={t(`demands.${done}`)} />
        </div>
      )}
      <RefusedPress answer={mayAct ? undefined : answer} />
      <Columns
        side={
          <>
            {demand.trackingCode && <Slip trackingCode={demand.trackingCode} address={props.trackAddress} />}
            <Section title={t("demands.timeline")}>
              <Story lines={demand.lines} named />
            </Section>
          </>
        }
      >
        <Section title={t("demands.outcomes")} note={t("demands.outcomes.note")}>
          <Outcomes demand={demand} />
        </Section>
        {demand.answerText && <OfficeWord demand={demand} />}
        {person && (
          <Section title={t("demands.section.person")} note={t("demands.section.person.note")}>
            <Citizen person={person} />
          </Section>
        )}
        <Section title={t("demands.section.demand")}>
          <Facts
            facts={[
              { label: t("demands.input.field"), value: t(`demands.field.${demand.field}`) },
              { label: t("demands.input.locality"), value: demand.locality },
              { label: t("demands.input.channel"), value: t(`demands.channel.${demand.channel}`) },
              { label: t("demands.refer.office"), value: officeNameIn(demand, locale) },
              {
                label: t("demands.column.limit"),
                value: demand.limitOn && <DateText iso={demand.limitOn} relative />,
              },
            ]}
          />
        </Section>
        {props.linkHref && (
          <p className="mt-4 print:hidden">
            <LinkButton to={props.linkHref} icon="key-round" size="small">
              {t("demands.office-link")}
            </LinkButton>
          </p>
        )}
        <div className="mt-6 flex flex-col gap-5 print:hidden">
          {props.mayAnswer && (
            <Sheet as="section">
              <h2 className="mb-3 text-section">{t("demands.answer")}</h2>
              <AnswerForm
                demandId={demand.id}
                revision={revision}
                requestId={requestId}
                answer={answerOf("answer")}
                onPaper
              />
            </Sheet>
          )}
          {offices && (
            <Sheet as="section">
              <h2 className="mb-3 text-section">
                {t(
                  transferOf(demand.state)
                    ? "demands.transfer"
                    : demand.officeName
                      ? "demands.refer.again"
                      : "demands.refer",
                )}
              </h2>
              <ReferForm
                revision={revision}
                requestId={requestId}
                answer={answerOf("refer")}
                offices={offices}
                kind={transferOf(demand.state) ? "transfer" : demand.officeName === null ? "first" : "again"}
              />
            </Sheet>
          )}
          {props.mayWithdraw && (
            <details>
              <summary className="inline-flex min-h-6 items-center gap-1.5 text-second text-ink-2 hover:text-teal">
                {t("demands.withdraw")}
                <Icon of="chevron-down" size={15} className="turn" />
              </summary>
              <div className="mt-3">
                <WithdrawForm revision={revision} requestId={requestId} answer={answerOf("withdraw")} />
              </div>
            </details>
          )}
        </div>
      </Columns>
    </>
  );
}

function OfficeWord({ demand }: { demand: Props["demand"] }) {
  const t = useT<DemandKey>();
  const { locale } = useLocale();
  const reason = REFUSAL_REASONS.find((one) => one === demand.answerReason);
  return (
    <Section title={t("demands.answer.heading", { office: officeNameIn(demand, locale) ?? "" })}>
      <p dir="auto" className="w-fit text-body leading-[1.9] whitespace-pre-wrap">
        {demand.answerText}
      </p>
      <p className="mt-1 text-second text-ink-3">
        {demand.answerKind && t(`demands.answer.${demand.answerKind}`)}
        {reason && ` · ${t(`demands.reason.${reason}`)}`}
        {demand.answerNumber && (
          <>
            {" · "}
            {t("demands.answer.letter")} <Code>{demand.answerNumber}</Code>
          </>
        )}
      </p>
    </Section>
  );
}

function Citizen({ person }: { person: { fullName: string; mobile: string | null; words: string } }) {
  const { locale } = useLocale();
  return (
    <>
      <p dir="auto" className="w-fit text-body leading-[1.9] whitespace-pre-wrap">
        {person.words}
      </p>
      <p className="mt-1 text-second text-ink-2">
        {person.fullName}
        {person.mobile && (
          <>
            {" · "}
            <Code>{formatMobile(person.mobile, locale)}</Code>
          </>
        )}
      </p>
    </>
  );
}
