import type { Role } from "~/kernel/actor";
import type { NavGroup, NavItem } from "~/ui/frame/nav-item";
import type { AppKey } from "./messages";

/** The places of the navigation by role, and the four of the phone's bottom bar, whose names fit on one line. */
export function navigation(
  place: number,
  role: Role | undefined,
  t: (key: AppKey) => string,
): { nav: NavGroup[]; bottom: NavItem[] } {
  const to = (path: string) => `/${place}${path}`;
  const all = {
    desk: { to: to(""), label: t("app.nav.desk"), icon: "notebook-pen", end: true },
    network: { to: to("/network"), label: t("app.nav.network"), icon: "users" },
    meetings: { to: to("/meetings"), label: t("app.nav.meetings"), icon: "calendar-days" },
    minutes: { to: to("/minutes"), label: t("app.nav.minutes"), icon: "scroll-text" },
    obligations: { to: to("/obligations"), label: t("app.nav.obligations"), icon: "list-checks" },
    demands: { to: to("/demands"), label: t("app.nav.demands"), icon: "message-square-text" },
    obstacles: { to: to("/obstacles"), label: t("app.nav.obstacles"), icon: "traffic-cone" },
    report: { to: to("/report"), label: t("app.nav.report"), icon: "notebook-text" },
    reports: { to: to("/reports"), label: t("app.nav.reports"), icon: "inbox" },
    rollup: { to: to("/rollup"), label: t("app.nav.rollup"), icon: "map" },
    bodies: { to: to("/bodies"), label: t("app.nav.bodies"), icon: "landmark" },
    visits: { to: to("/visits"), label: t("app.nav.visits"), icon: "map-pin" },
    councils: { to: to("/councils"), label: t("app.nav.councils"), icon: "users-round" },
    posts: { to: to("/posts"), label: t("app.nav.posts"), icon: "id-card" },
    glass: { to: to("/glass"), label: t("app.nav.glass"), icon: "eye" },
    catalogues: { to: to("/catalogues"), label: t("app.nav.catalogues"), icon: "list-tree" },
    definitions: { to: to("/definitions"), label: t("app.nav.definitions"), icon: "receipt-text" },
    calendar: { to: to("/calendar"), label: t("app.nav.calendar"), icon: "calendar-days" },
    cadence: { to: to("/network/cadence"), label: t("app.nav.cadence"), icon: "repeat-2" },
    messages: { to: to("/messages"), label: t("app.nav.messages"), icon: "mail" },
    exports: { to: to("/exports"), label: t("app.nav.exports"), icon: "file-down" },
    notifications: { to: to("/notifications"), label: t("app.nav.notifications"), icon: "bell" },
  } satisfies Record<string, NavItem>;

  const short = {
    reports: { ...all.reports, label: t("app.nav.reports.short") },
    rollup: { ...all.rollup, label: t("app.nav.rollup.short") },
    posts: { ...all.posts, label: t("app.nav.posts.short") },
  };

  switch (role) {
    case "assistant":
    case "expert":
    case "governor":
      return {
        nav: [
          {
            items: [
              all.desk,
              all.network,
              all.meetings,
              all.visits,
              all.minutes,
              all.obligations,
              all.demands,
              all.obstacles,
            ],
          },
          { label: t("app.nav.group.report"), items: [all.report, all.definitions] },
          {
            label: t("app.nav.group.lists"),
            items: [
              all.bodies,
              all.councils,
              all.posts,
              all.catalogues,
              all.calendar,
              all.messages,
              all.exports,
              all.glass,
            ],
          },
        ],
        bottom: [all.desk, all.network, all.obligations, all.demands],
      };
    case "representative":
    case "provincial-expert":
      return {
        nav: [
          { items: [all.desk, all.meetings, all.visits, all.minutes, all.obligations, all.obstacles] },
          { label: t("app.nav.group.report"), items: [all.reports, all.report, all.rollup, all.definitions] },
          {
            label: t("app.nav.group.lists"),
            items:
              role === "representative"
                ? [
                    all.bodies,
                    all.councils,
                    all.posts,
                    all.catalogues,
                    all.calendar,
                    all.cadence,
                    all.messages,
                    all.exports,
                    all.glass,
                  ]
                : [
                    all.bodies,
                    all.councils,
                    all.posts,
                    all.catalogues,
                    all.calendar,
                    all.messages,
                    all.exports,
                  ],
          },
        ],
        bottom: [all.desk, all.obligations, short.reports, short.rollup],
      };
    case "national-officer":
    case "national-expert":
    case undefined:
      return {
        nav: [
          { items: [all.desk, all.rollup, all.reports, all.definitions, all.visits] },
          {
            label: t("app.nav.group.lists"),
            items:
              role === "national-officer"
                ? [
                    all.bodies,
                    all.councils,
                    all.posts,
                    all.catalogues,
                    all.calendar,
                    all.cadence,
                    all.messages,
                    all.exports,
                  ]
                : [
                    all.bodies,
                    all.councils,
                    all.posts,
                    all.catalogues,
                    all.calendar,
                    all.messages,
                    all.exports,
                  ],
          },
        ],
        bottom: [all.desk, short.rollup, short.reports, short.posts],
      };
  }
}
