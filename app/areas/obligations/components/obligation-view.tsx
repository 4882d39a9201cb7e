import { dayInList, formatJalali, isIsoDate, todayIn, type IsoDate } from "~/lib/jalali";
import { Code } from "~/ui/code";
import { Facts } from "~/ui/facts";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { InstantText } from "~/ui/instant-text";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import { KEPT_VERIFIED_HOW, RECORD_KINDS, type Cause, type RecordKind } from "../choices";
import { ACTS, type Act } from "../lifecycle";
import type { ObligationsKey } from "../messages";
import type { LedgerRow, ObligationPage } from "../queries.server";
import { DueText, LateText } from "./due-text";
import { SourceText } from "./source-text";
import { StateChip } from "./state-chip";
import { Link } from "~/ui/link";

/** The office that passed it on, or the issuing place with its level. */
function issuerOf(
  row: ObligationPage,
  locale: "fa" | "en",
  t: ReturnType<typeof useT<ObligationsKey>>,
): string {
  const office = locale === "fa" ? row.sourceOfficeFa : row.sourceOfficeEn;
  if (office) return office;
  const name = locale === "fa" ? row.issuerFa : row.issuerEn;
  const level = row.issuerLevel === "province" || row.issuerLevel === "county" ? row.issuerLevel : "nation";
  return t(`obligations.page.${level}`, { name });
}

/** The promise itself and its facts. */
export function ObligationFacts({
  row,
  sourceHref,
  obstacleHref,
}: {
  row: ObligationPage;
  sourceHref?: string | undefined;
  obstacleHref?: ((id: string) => string) | undefined;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const fa = locale === "fa";
  const verifiedHow = KEPT_VERIFIED_HOW.find((how) => how === row.verifiedHow);
  return (
    <>
      <p lang="fa" dir="auto" className="mb-4 w-fit text-body leading-[1.9] whitespace-pre-wrap">
        {row.text}
      </p>
      <Facts
        facts={[
          { label: t("obligations.page.office"), value: fa ? row.officeFa : row.officeEn },
          { label: t("obligations.page.issued-to"), value: fa ? row.issuedFa : row.issuedEn },
          { label: t("obligations.page.issuer"), value: issuerOf(row, locale, t) },
          {
            label: t("obligations.page.source"),
            value: sourceHref ? (
              <Link to={sourceHref} className="text-teal hover:underline">
                <SourceText row={row} />
              </Link>
            ) : (
              <SourceText row={row} />
            ),
          },
          {
            label: t("obligations.text.theirs"),
            value: (row.theirNumber || row.theirOn) && (
              <span className="flex flex-wrap gap-x-4">
                {row.theirNumber && <Code>{localDigits(row.theirNumber, locale)}</Code>}
                {row.theirOn && formatJalali(row.theirOn, locale, "short")}
              </span>
            ),
          },
          {
            label: t("obligations.page.due"),
            value: (
              <span className="flex flex-wrap items-start gap-x-4">
                <DueText row={row} />
                {row.dueOn && <LateText row={row} />}
                {row.countsFrom && (
                  <span className="block w-full text-meta text-ink-3">
                    {t("obligations.deadline.counts-from", {
                      day: formatJalali(row.countsFrom, locale, "long"),
                    })}
                  </span>
                )}
                {row.askedDueOn && (
                  <span className="block w-full text-meta text-ink-3">
                    {t("obligations.deadline.asked", {
                      day: formatJalali(row.askedDueOn, locale, "weekday"),
                    })}
                  </span>
                )}
              </span>
            ),
          },
          { label: t("obligations.page.receiver"), value: row.receiver },
          { label: t("obligations.page.no-deadline"), value: row.noDeadlineReason },
          {
            label: t("obligations.page.obstacle"),
            value: row.obstacleId && obstacleHref && (
              <Link to={obstacleHref(row.obstacleId)} className="text-teal hover:underline">
                {t("obligations.page.obstacle.see")}
              </Link>
            ),
          },
          {
            label: t("obligations.page.verified-how"),
            value: verifiedHow && t(`obligations.verify.how.${verifiedHow}`),
          },
        ]}
      />
    </>
  );
}

/** What was given as proof. */
export function EvidenceList({
  row,
  hrefOf,
  recordHref,
}: {
  row: ObligationPage;
  hrefOf: (id: string) => string;
  /** Where a record of the debtor's place is read; an office by its own link reads none. */
  recordHref?: ((kind: RecordKind, id: string) => string) | undefined;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  if (row.evidence.length === 0)
    return <p className="text-second text-ink-3">{t("obligations.page.evidence.none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {row.evidence.map((piece) => (
        <li key={piece.id} className="border-b border-line pb-3 text-second last:border-0">
          {piece.kind === "file" ? (
            <Link
              to={hrefOf(piece.id)}
              asDocument
              className="inline-flex items-center gap-2 text-teal hover:underline"
            >
              <Icon of="file-down" />
              <span>
                <bdi>{t("obligations.page.evidence.file", { name: piece.fileName ?? "" })}</bdi>{" "}
                <span className="text-ink-3">
                  {t("obligations.page.kilobytes", {
                    count: Math.max(1, Math.round((piece.fileSize ?? 0) / 1024)),
                  })}
                </span>
              </span>
            </Link>
          ) : piece.kind === "letter" ? (
            <span className="inline-flex items-center gap-2">
              <Icon of="mail" />
              {t("obligations.page.evidence.letter")} <Code>{localDigits(piece.text ?? "", locale)}</Code>
            </span>
          ) : piece.kind === "record" ? (
            <RecordEvidence kind={piece.recordKind} id={piece.recordId} hrefOf={recordHref} />
          ) : (
            <p dir="auto" className="w-fit whitespace-pre-wrap">
              {piece.text}
            </p>
          )}
          <p className="text-meta text-ink-3">
            {piece.byName} · <InstantText instant={piece.at} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function RecordEvidence({
  kind,
  id,
  hrefOf,
}: {
  kind: string | null;
  id: string | null;
  hrefOf?: ((kind: RecordKind, id: string) => string) | undefined;
}) {
  const t = useT<ObligationsKey>();
  const known = RECORD_KINDS.find((one) => one === kind);
  if (!known || !id) return null;
  const words = t(`obligations.record.${known}`);
  return (
    <span className="inline-flex items-center gap-2">
      <Icon of="link-2" />
      {hrefOf ? (
        <Link to={hrefOf(known, id)} className="text-teal hover:underline">
          {words}
        </Link>
      ) : (
        words
      )}
    </span>
  );
}

const isAct = (kind: string): kind is Act => ACTS.some((act) => act === kind);

/** What happened to it, newest first, back to the day it was issued. */
export function ObligationTimeline({ row }: { row: ObligationPage }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const today = todayIn(useNow());
  const day = (iso: IsoDate) => dayInList(iso, today, locale);
  const words = (event: ObligationPage["events"][number]) => {
    const { kind, dueFrom, dueTo } = event;
    if (kind === "re-date" && dueTo) {
      return dueFrom && isIsoDate(dueFrom)
        ? t("obligations.event.re-date", { from: day(dueFrom), to: day(dueTo) })
        : t("obligations.event.re-date-first", { to: day(dueTo) });
    }
    if (kind === "calendar" && dueFrom && dueTo)
      return t("obligations.event.calendar", { from: day(dueFrom), to: day(dueTo) });
    if (kind === "ask-day" && dueTo) return t("obligations.event.ask-day", { to: day(dueTo) });
    if (kind === "move" || kind === "move-back" || kind === "correct") return t(`obligations.event.${kind}`);
    return isAct(kind) && kind !== "re-date" && kind !== "ask-day" ? t(`obligations.event.${kind}`) : kind;
  };
  // A place's own causes have words of their own, which the page brings along.
  const causeWords = (code: string) => t(`obligations.cause.${code as Cause}`);
  const when = (at: Date | string) => day(todayIn(new Date(at)));
  const events = row.events.map((event) => ({
    key: event.id,
    when: when(event.at),
    what: words(event),
    note: [
      event.cause && t("obligations.event.cause", { cause: causeWords(event.cause) }),
      event.acceptedBy && t("obligations.event.accepted-by", { name: event.acceptedBy }),
      event.circleName &&
        event.visitedOn &&
        t("obligations.event.visited", { circle: event.circleName, day: day(event.visitedOn) }),
      event.note,
      event.kind !== "calendar" && event.byName,
    ]
      .filter(Boolean)
      .join(" · "),
    ...(event.kind === "reject" || event.kind === "block" || event.kind === "ask-day"
      ? { tone: "saffron" as const }
      : {}),
  }));
  const issued = {
    key: "issued",
    when: when(row.issuedAt),
    what: t("obligations.event.issued"),
    note: issuerOf(row, locale, t),
  };
  return (
    <Section title={t("obligations.page.timeline")}>
      <Timeline events={[...events.reverse(), issued]} label={t("obligations.page.timeline")} />
    </Section>
  );
}

/** What it was passed on from, and to whom it was passed on. */
export function ObligationChain({
  row,
  hrefOf,
}: {
  row: ObligationPage;
  hrefOf: (row: LedgerRow) => string;
}) {
  const t = useT<ObligationsKey>();
  if (!row.parent && row.children.length === 0) return null;
  return (
    <Section title={t("obligations.page.chain")}>
      {row.parent && <ChainPart label={t("obligations.page.parent")} rows={[row.parent]} hrefOf={hrefOf} />}
      {row.children.length > 0 && (
        <ChainPart label={t("obligations.page.children")} rows={row.children} hrefOf={hrefOf} />
      )}
    </Section>
  );
}

function ChainPart({
  label,
  rows,
  hrefOf,
}: {
  label: string;
  rows: readonly LedgerRow[];
  hrefOf: (row: LedgerRow) => string;
}) {
  const { locale } = useLocale();
  return (
    <div className="mb-3">
      <p className="mb-1 text-meta text-ink-3">{label}</p>
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-second">
            <Link to={hrefOf(row)} className="text-teal hover:underline">
              {locale === "fa" ? row.officeFa : row.officeEn}
            </Link>
            <DueText row={row} />
            <StateChip state={row.state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
