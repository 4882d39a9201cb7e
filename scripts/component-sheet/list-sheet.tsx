import { useState } from "react";
import { ActionBar } from "~/ui/action-bar";
import { Button } from "~/ui/button";
import { Columns } from "~/ui/columns";
import { DialogLink } from "~/ui/dialog-link";
import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { MarginItem, MarginList } from "~/ui/margin-list";
import { Num } from "~/ui/num";
import { OfficeHead, Signatures } from "~/ui/office-head";
import { PageHeader } from "~/ui/page-header";
import { Percent } from "~/ui/percent";
import { ProgressBar } from "~/ui/progress-bar";
import { Receipt } from "~/ui/receipt";
import { Ring } from "~/ui/ring";
import { SearchField } from "~/ui/search-field";
import { Section } from "~/ui/section";
import { SegmentedControl } from "~/ui/segmented-control";
import { Stat, StatRow } from "~/ui/stat";
import { Steps } from "~/ui/steps";
import { Tabs } from "~/ui/tabs";
import { Timeline } from "~/ui/timeline";
import { Toast } from "~/ui/toast";
import { DateText } from "~/ui/date-text";
import { Code } from "~/ui/code";

/** The ledger, filters, figures and what floats over a page. */
export function ListSheet() {
  const t = useT();
  const [at, setAt] = useState("1");
  return (
    <main className="mx-auto max-w-[82.5rem] p-4 pb-40 sm:p-8 sm:pb-40">
      <OfficeHead
        office={t("s.place")}
        number="418/1405/7732"
        date={<DateText iso="2027-01-04" style="short" />}
        attachment
      />
      <PageHeader
        title={t("s.desk")}
        crumbs={[{ label: <DateText iso="2026-12-13" style="weekday" /> }]}
        aside={
          <Steps
            steps={[
              { key: "1", label: t("s.sent"), state: "done" },
              { key: "2", label: t("s.returned"), state: "now", needsYou: true },
              { key: "3", label: t("s.resend"), state: "ahead" },
              { key: "4", label: t("s.province-ok"), state: "ahead" },
            ]}
          />
        }
      />
      <StatRow>
        <Stat figure={<Num value={186} />} label={t("s.obligations")} to="/x" />
        <Stat figure={<Percent ratio={0.64} />} label={t("s.chart")} note={t("s.chart-note")} />
        <Stat figure={<Num value={28} />} label={t("s.overdue")} tone="brick" />
      </StatRow>
      <Tabs
        tabs={[
          { to: "?tab=1", label: t("s.counties"), count: 14, current: true },
          { to: "?tab=2", label: t("s.bodies") },
          { to: "?tab=3", label: t("s.trend") },
        ]}
      />
      <SearchField label={t("s.name")} defaultValue={t("s.p1")} />
      <FilterChips
        label={t("s.views")}
        chips={[
          { to: "?", label: t("s.all") },
          { to: "?a", label: t("s.in-hand"), active: true, count: 28 },
          { to: "?b", label: `${t("s.tier")}: ${t("s.core")}`, active: true, removable: true },
        ]}
      />
      <Columns
        side={
          <>
            <Section title={t("s.report")}>
              <ProgressBar ratio={0.8} label={t("s.report")} />
              <p className="mt-2 flex flex-wrap gap-4">
                <Receipt to="/x" count={7} />
                <Receipt to="/x" count={7} open />
                <Receipt count={0} />
              </p>
              <p className="mt-2 flex flex-wrap gap-4">
                <Ring kind="full">{t("s.core")}</Ring>
                <Ring kind="point">{t("s.active")}</Ring>
                <Ring kind="dashed">{t("s.wide")}</Ring>
              </p>
              <p className="mt-2 flex items-center gap-3">
                <ProgressBar ratio={0.9} ticked tone="saffron" small label={t("s.silence")} />
                <ProgressBar ratio={0.4} ticked tone="quiet" small label={t("s.silence")} />
              </p>
            </Section>
            <Section title={t("s.kind")} bare>
              <SegmentedControl
                field={{ id: "by", name: "by", errorId: "by-error", descriptionId: "by-help" }}
                legend={t("s.kind")}
                defaultValue="a"
                segments={[
                  { value: "a", label: t("s.obligations") },
                  { value: "b", label: t("s.body") },
                  { value: "c", label: t("s.counties") },
                ]}
              />
            </Section>
            <Section title={t("s.last")}>
              <Timeline
                events={[
                  {
                    key: "1",
                    when: <DateText iso="2026-12-12" style="day-month" />,
                    whenNote: t("s.today"),
                    what: t("s.e1"),
                    tone: "saffron",
                  },
                  { key: "2", when: <DateText iso="2026-12-09" style="day-month" />, what: t("s.e2") },
                ]}
              />
            </Section>
          </>
        }
      >
        <MarginList>
          <MarginItem
            margin={t("s.until-ten")}
            marginNote={t("s.before")}
            icon="phone"
            title={t("s.calls")}
            note={t("s.calls-why")}
            action={
              <LinkButton to="/x" kind="primary" icon="phone">
                {t("s.start-calls")}
              </LinkButton>
            }
          >
            {t("s.p1")}; {t("s.p2")}
          </MarginItem>
          <MarginItem
            margin={<Code>10:00</Code>}
            icon="calendar-days"
            title={t("s.meeting")}
            action={<LinkButton to="/x">{t("s.agenda")}</LinkButton>}
          >
            {t("s.meeting-why")}
          </MarginItem>
          <MarginItem margin={t("s.done")} icon="check" title={t("s.e2")} done />
        </MarginList>
        <ActionBar chosen={<Num value={3} />}>
          <DialogLink to="/x/refuse" label={t("s.refuse")} title={t("s.refuse")} kind="danger">
            {(close) => (
              <>
                <p>{t("s.notice-body")}</p>
                <Button type="button" onClick={close}>
                  {t("ui.cancel")}
                </Button>
              </>
            )}
          </DialogLink>
          <Button type="button" onClick={() => setAt(String(Date.now()))}>
            {t("s.call")}
          </Button>
        </ActionBar>
        <Signatures signers={[{ role: t("s.secretary"), name: t("s.person") }, { role: t("s.governor") }]} />
      </Columns>
      <Toast at={at} undo={{ action: "/undo" }}>
        {t("s.saved")}
      </Toast>
    </main>
  );
}
