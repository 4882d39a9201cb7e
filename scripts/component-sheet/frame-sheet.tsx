import type { NavItem } from "~/ui/frame/nav-item";
import { AppFrame } from "~/ui/frame/app-frame";
import { CommandSearch } from "~/ui/command-search";
import { useT } from "~/ui/i18n";
import { IconButton } from "~/ui/icon-button";
import { LinkButton } from "~/ui/link-button";
import { MenuItem } from "~/ui/menu-item";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Table } from "~/ui/table";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";

const rows = [1, 2, 3, 1, 2, 3, 1, 2].map((n, index) => ({ n, id: String(index), days: 41 + index * 97 }));

/** A list page inside the frame. */
export function FrameSheet() {
  const t = useT();
  const first: NavItem[] = [
    { to: "/28005", label: t("s.desk"), icon: "notebook-pen", end: true, badge: 8 },
    { to: "/28005/network", label: t("s.network"), icon: "users", badge: 3 },
    { to: "/28005/demands", label: t("s.demands"), icon: "message-square-text", badge: 2 },
    { to: "/28005/meetings", label: t("s.meetings"), icon: "calendar-days" },
    { to: "/28005/obligations", label: t("s.obligations"), icon: "list-checks", badge: 1 },
  ];
  return (
    <AppFrame
      home="/28005"
      sample
      clockSet
      nav={[
        { items: first },
        {
          label: t("s.report"),
          items: [{ to: "/28005/report", label: t("s.report"), icon: "notebook-text" }],
        },
        { label: t("s.lists"), items: [{ to: "/28005/bodies", label: t("s.bodies"), icon: "landmark" }] },
      ]}
      foot={[
        { to: "/help", label: t("s.help"), icon: "circle-help" },
        { to: "/settings", label: t("s.settings"), icon: "settings-2" },
      ]}
      bottom={first}
      top={{
        place: { name: t("s.place"), level: t("s.level") },
        places: <MenuItem to="/28010">{t("s.other-place")}</MenuItem>,
        period: t("s.period"),
        search: <CommandSearch page="/28005/search" data="/28005/search" labels={{}} />,
        notifications: { to: "/28005/notifications", count: 5 },
        account: {
          name: t("s.person"),
          role: t("s.role"),
          menu: <MenuItem action="/sign-out">{t("s.sign-out")}</MenuItem>,
        },
      }}
    >
      <PageHeader
        title={t("s.network")}
        crumbs={[{ to: "/28005", label: t("s.desk") }, { label: t("s.lists") }]}
        meta={
          <>
            <DateText iso="2026-12-13" style="weekday" />
            <Code>206/93/11852</Code>
            <DateText iso="2026-12-16" relative />
          </>
        }
        actions={
          <>
            <LinkButton to="new" kind="primary" icon="user-plus">
              {t("s.add")}
            </LinkButton>
          </>
        }
      />
      <Table
        caption={t("s.network")}
        rows={rows}
        rowKey={(row) => row.id}
        isSelected={(row) => row.id === "1"}
        columns={[
          { key: "name", header: t("s.name"), cell: (row) => t(`s.p${row.n}`), sort: { to: "?sort=name" } },
          { key: "circle", header: t("s.circle"), cell: (row) => t(`s.c${row.n}`) },
          {
            key: "last",
            header: t("s.last"),
            cell: () => <DateText iso="2026-11-02" style="day-month" />,
            noWrap: true,
          },
          {
            key: "silence",
            header: t("s.silence"),
            numeric: true,
            cell: (row) => <Num value={row.days} column />,
            sort: { to: "?sort=silence", direction: "descending" },
          },
          {
            key: "call",
            header: t("s.call"),
            quietHeader: true,
            phone: "corner",
            cell: () => <IconButton label={t("s.call")} icon="phone" active href="tel:09110000000" />,
          },
        ]}
      />
      <Pager next="?after=8">1–8</Pager>
    </AppFrame>
  );
}
