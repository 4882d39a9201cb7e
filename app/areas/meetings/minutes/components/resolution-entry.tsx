import type { ReactNode } from "react";
import { CADENCES, type Cadence } from "~/areas/obligations/choices";
import { formatJalali, type IsoDate } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";

type Party = { id: string; kind: string; written: string; namedAt: Date | null; namedByName: string | null };

export type IssuedResolution = {
  id: string;
  number: number;
  text: string;
  refersTo: number[];
  deadlineKind: string;
  dueOn: IsoDate | null;
  cadence: string | null;
  receiver: string | null;
  noDeadlineReason: string | null;
  items: { id: string; label: string; text: string }[];
  parties: Party[];
};

/** One issued resolution: who owes it, until when, what they answered, and a line that waits to be named. */
export function ResolutionEntry({
  resolution,
  answers,
  words,
  action,
  naming,
}: {
  resolution: IssuedResolution;
  answers: ReactNode;
  words: ReactNode;
  action: ReactNode;
  naming: (partyId: string) => ReactNode;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const { number, text, items, parties, refersTo } = resolution;
  const missing = items.filter((item) => !text.includes(item.text));
  return (
    <li
      id={`resolution-${number}`}
      className="grid scroll-mt-4 grid-cols-[3rem_minmax(0,1fr)] border-b border-line last:border-b-0"
    >
      <span className="border-e border-brick-line pt-4 text-center text-item">
        {localDigits(String(number), locale)}
      </span>
      <div className="grid gap-x-6 gap-y-3 px-4 py-4 md:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="min-w-0">
          <p lang="fa" dir="auto" className="w-fit text-body whitespace-pre-wrap">
            {text}
          </p>
          {missing.map((item) => (
            <p key={item.id} lang="fa" dir="auto" className="text-second text-ink-2">
              {item.label}) {item.text}
            </p>
          ))}
          <div className="mt-2 flex flex-wrap gap-1.5">
            {parties.map((party) => (
              <PartyMark key={party.id} party={party} />
            ))}
            {refersTo.length > 0 && (
              <Chip icon="link-2">
                {t("minutes.review.refers", { numbers: localDigits(refersTo.join(" · "), locale) })}
              </Chip>
            )}
            <DeadlineMark resolution={resolution} />
          </div>
          {parties
            .filter((party) => party.kind === "vague" && !party.namedAt)
            .map((party) => (
              <div key={party.id}>{naming(party.id)}</div>
            ))}
        </div>
        <div className="flex flex-col items-start gap-2 text-second">
          {answers}
          {words}
          {action}
        </div>
      </div>
    </li>
  );
}

function PartyMark({ party }: { party: Party }) {
  const t = useT<MinutesKey>();
  if (party.kind !== "vague") {
    return (
      <Chip tone="teal" icon={party.kind === "group" ? "users" : "landmark"}>
        {party.written}
      </Chip>
    );
  }
  return party.namedAt ? (
    <Chip icon="users">
      {t("minutes.page.named", { written: party.written, name: party.namedByName ?? "" })}
    </Chip>
  ) : (
    <Chip tone="saffron" pattern="dashed" icon="circle-help">
      {t("minutes.page.open-line", { written: party.written })}
    </Chip>
  );
}

function DeadlineMark({ resolution }: { resolution: IssuedResolution }) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const { dueOn, cadence, receiver, noDeadlineReason } = resolution;
  if (cadence !== null && cadence in CADENCES) {
    return (
      <Chip icon="repeat-2" {...(receiver ? { title: t("minutes.deadline.receiver", { receiver }) } : {})}>
        {t("minutes.deadline.each", { cadence: t(`minutes.cadence.${cadence as Cadence}`) })}
      </Chip>
    );
  }
  if (dueOn)
    return <Chip>{t("minutes.deadline.until", { day: formatJalali(dueOn, locale, "weekday") })}</Chip>;
  return (
    <Chip pattern="dashed" {...(noDeadlineReason ? { title: noDeadlineReason } : {})}>
      {t("minutes.deadline.none")}
    </Chip>
  );
}
