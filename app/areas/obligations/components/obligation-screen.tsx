import type { ComponentProps, ReactNode } from "react";
import { formatJalali, type IsoDate } from "~/lib/jalali";
import { typedTexts } from "~/lib/typed-texts";
import { Columns } from "~/ui/columns";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import type { RecordKind } from "../choices";
import { isClosed, wayTo, type Act } from "../lifecycle";
import type { ObligationsKey } from "../messages";
import type { LedgerRow, ObligationPage } from "../queries.server";
import { EvidenceList, ObligationChain, ObligationFacts, ObligationTimeline } from "./obligation-view";
import { ReminderList } from "./reminder-list";
import { SourceText } from "./source-text";
import { StateChip } from "./state-chip";
import type { TurnRow } from "../steps/turns.server";
import { StepButtons } from "./step-buttons";
import { TurnTable } from "./turn-table";
import { NOTHING_OFFERED, type Offers } from "./step-forms/offers";
import { StepForm } from "./step-forms/step-form";
import type { StepAnswer } from "./step-forms/step-sheet";

/** The later day for which the debtor asked and which nobody has answered, by the timeline. */
function dayAskedFor({ events }: ObligationPage): { dueTo: IsoDate; note: string | null } | null {
  const last = events.findLast(({ kind }) => kind === "ask-day" || kind === "re-date");
  return last?.kind === "ask-day" && last.dueTo ? { dueTo: last.dueTo, note: last.note } : null;
}

/** The page of one obligation, for staff and for the officer at his own door. */
export function ObligationScreen({
  row,
  acts,
  open,
  ownReport = false,
  verifiedBy,
  offers = NOTHING_OFFERED,
  base,
  back,
  backWords,
  sourceHref,
  evidenceHref,
  recordHref,
  turns = [],
  reminders = [],
  chainHref,
  requestId,
  answer,
  aside,
  touch = false,
}: {
  row: ObligationPage;
  acts: readonly Act[];
  /** The step whose form is open. */
  open: Act | null;
  /** It waits for somebody else to verify. */
  ownReport?: boolean;
  /** Who verifies what an office passed on: the office itself, or the secretariat of its place in its stead. */
  verifiedBy?: "issuer" | "office" | "stead" | undefined;
  offers?: Offers;
  base: string;
  back: string;
  backWords: string;
  sourceHref?: string | undefined;
  evidenceHref: (id: string) => string;
  recordHref?: (kind: RecordKind, id: string) => string;
  turns?: readonly TurnRow[];
  reminders?: ComponentProps<typeof ReminderList>["reminders"];
  chainHref: (row: LedgerRow) => string;
  requestId: string;
  answer?: StepAnswer | undefined;
  aside?: ReactNode;
  touch?: boolean;
}) {
  const t = useT<ObligationsKey>();
  const errorText = useErrorText();
  const { locale } = useLocale();
  const asked = dayAskedFor(row);
  // The step that was refused may be gone with the state it needed: words that were typed the frame keeps, with the reason.
  const isPress = open === null && typedTexts(answer?.result.initialValue).length === 0;
  const refused = isPress
    ? Object.values(answer?.result.error ?? {}).flatMap((errors) => errors ?? [])[0]
    : null;
  const due = row.dueOn as IsoDate | null;
  const [taken, beyond] = (open && wayTo(row.state, open)) ?? [];
  const along = taken && beyond ? t(`obligations.act.${taken.act}`) : null;
  return (
    <>
      <PageHeader
        title={<SourceText row={row} />}
        back={{ to: back, label: backWords }}
        state={<StateChip state={row.state} />}
      />
      <Columns
        side={
          <>
            {aside}
            <ObligationTimeline row={row} />
          </>
        }
      >
        <ObligationFacts
          row={row}
          sourceHref={sourceHref}
          obstacleHref={recordHref && ((id) => recordHref("obstacle", id))}
        />
        <Section title={t("obligations.page.steps")}>
          {refused && (
            <div className="mb-3">
              <Notice kind="brick" live>
                {errorText(refused)}
              </Notice>
            </div>
          )}
          {asked && acts.includes("re-date") && (
            <div className="mb-3">
              <Notice kind="saffron">
                {t("obligations.ask-day.notice", {
                  day: formatJalali(asked.dueTo, locale, "long"),
                  note: asked.note ?? "",
                })}
              </Notice>
            </div>
          )}
          {ownReport && (
            <div className="mb-3">
              <Notice kind="saffron">{t("obligations.page.own-report")}</Notice>
            </div>
          )}
          {row.state === "reported-done" && (verifiedBy === "office" || verifiedBy === "stead") && (
            <p className="mb-3 text-second text-ink-2">
              {t(
                verifiedBy === "office" ? "obligations.verify.by-office" : "obligations.verify.in-its-stead",
                {
                  office: (locale === "fa" ? row.sourceOfficeFa : row.sourceOfficeEn) ?? "",
                },
              )}
            </p>
          )}
          {acts.length === 0 && !ownReport && (
            <p className="text-second text-ink-3">{t("obligations.page.no-steps")}</p>
          )}
          {open && (
            <div id="step" className="mb-4 scroll-mt-4">
              {along && (
                <p className="mb-2 text-second text-ink-2">{t("obligations.form.along", { step: along })}</p>
              )}
              <StepForm
                key={open}
                act={open}
                dueOn={due}
                unfinished={row.children.filter((child) => !isClosed(child.state)).length}
                offers={{ ...offers, askedDay: asked?.dueTo ?? null }}
                requestId={requestId}
                revision={row.revision}
                closeHref={base}
                answer={answer}
              />
            </div>
          )}
          {acts.includes("verify") && open !== "verify" && (
            <p className="mb-3 text-second">
              <Link to={`${base}?step=verify#step`} keepScroll className="text-teal hover:underline">
                {t("obligations.verify.other")}
              </Link>
            </p>
          )}
          {acts.includes("withdraw") && !acts.includes("set-not-applicable") && (
            <p className="mb-3 text-meta text-ink-3">{t("obligations.not-applicable.chair")}</p>
          )}
          <StepButtons
            asksHow={verifiedBy === "office"}
            acts={acts}
            open={open}
            requestId={requestId}
            revision={row.revision}
            hrefOf={(act) => `${base}?step=${act}#step`}
            touch={touch}
          />
        </Section>
        <Section title={t("obligations.page.evidence")}>
          <EvidenceList row={row} hrefOf={evidenceHref} recordHref={recordHref} />
        </Section>
        <TurnTable turns={turns} />
        <ReminderList reminders={reminders} />
        <ObligationChain row={row} hrefOf={chainHref} />
      </Columns>
    </>
  );
}
