import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Menu } from "~/ui/menu";
import { MenuItem } from "~/ui/menu-item";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Percent } from "~/ui/percent";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";
import { Columns } from "~/ui/columns";

/** Buttons, chips, notices and the like. */
export function PartSheet() {
  const t = useT();
  return (
    <main className="mx-auto max-w-[82.5rem] p-4 sm:p-8">
      <PageHeader
        title={t("s.long-title")}
        back={{ to: "/x", label: t("s.demands") }}
        state={
          <Chip tone="saffron" icon="hourglass">
            {t("s.hours-left")}
          </Chip>
        }
        actions={
          <>
            <Button kind="primary" icon="check">
              {t("s.approve")}
            </Button>
            <Button>{t("s.refer")}</Button>
            <Button lockedReason={t("s.locked-why")}>{t("s.locked")}</Button>
          </>
        }
      />
      <Columns
        side={
          <>
            <Section title={t("s.title")}>
              <Facts
                facts={[
                  { label: t("s.circle"), value: t("s.c2") },
                  { label: t("s.silence"), value: <Num value={12345.6} fractionDigits={1} /> },
                  { label: t("s.approve"), value: <Percent ratio={0.7} /> },
                ]}
              />
            </Section>
            <Section title={t("s.notice")}>
              <Notice kind="saffron" title={t("s.notice")}>
                {t("s.notice-body")}
              </Notice>
            </Section>
          </>
        }
      >
        <Section title={t("s.approve")} note={t("s.calls-why")}>
          <div className="flex flex-wrap items-start gap-2">
            <Button kind="primary" icon="check">
              {t("s.approve")}
            </Button>
            <Button>{t("s.refer")}</Button>
            <Button kind="quiet">{t("s.add")}</Button>
            <Button kind="danger-outline" icon="trash-2">
              {t("s.erase")}
            </Button>
            <Button kind="danger">{t("s.refuse")}</Button>
            <Button kind="primary" busy>
              {t("s.send")}
            </Button>
            <Button size="small">{t("s.refer")}</Button>
            <Button size="touch">{t("s.refer")}</Button>
            <LinkButton to="/x">{t("s.agenda")}</LinkButton>
            <Menu summary={t("s.report")}>
              <MenuItem to="/x" current>
                {t("s.report")}
              </MenuItem>
              <MenuItem to="/x">{t("s.lists")}</MenuItem>
            </Menu>
          </div>
        </Section>
        <Section title={t("s.kind")}>
          <div className="flex flex-wrap gap-2">
            <Chip>{t("s.in-hand")}</Chip>
            <Chip icon="check">{t("s.received")}</Chip>
            <Chip tone="saffron" icon="hourglass">
              {t("s.hours-left")}
            </Chip>
            <Chip tone="brick" icon="clock-alert">
              {t("s.overdue")}
            </Chip>
            <Chip tone="teal" icon="check-check">
              {t("s.done")}
            </Chip>
            <Chip tone="brick" icon="volume-x">
              {t("s.silent")}
            </Chip>
            <Chip pattern="dashed" icon="clock">
              {t("s.guess")}
            </Chip>
            <Chip pattern="provisional">{t("ui.state.provisional")}</Chip>
            <Chip tone="brick" pattern="missing">
              {t("ui.state.missing")}
            </Chip>
            <Chip pattern="vacant">{t("ui.state.vacant")}</Chip>
            <Chip pattern="refused">{t("s.refuse")}</Chip>
          </div>
        </Section>
        <Section title={t("s.notice")}>
          <div className="flex flex-col gap-3">
            <Notice title={t("s.notice")}>{t("s.notice-body")}</Notice>
            <Notice kind="brick" title={t("s.lost")} />
            <Notice kind="ink" title={t("s.lost")} action={<Button>{t("s.retry")}</Button>} />
          </div>
        </Section>
        <Section title={t("s.empty")}>
          <Sheet flush>
            <EmptyState
              title={t("s.empty")}
              actions={
                <LinkButton to="/x" kind="primary">
                  {t("s.open-first")}
                </LinkButton>
              }
            >
              {t("s.empty-why")}
            </EmptyState>
          </Sheet>
        </Section>
      </Columns>
    </main>
  );
}
