/**
 * The pages that are looked at: by the eye in pictures, by axe in tests. `as` is a username of the sample (null for
 * a visitor), `into` follows the first link of that page whose address matches.
 */
export type ShownPage = { name: string; as: string | null; path: string; into?: RegExp };

const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const record = (folder: string) => new RegExp(`/${folder}/${ID}$`);
const WITHIN = /\/posts\/\d+$/;

export const PAGES: readonly ShownPage[] = [
  { name: "sign-in", as: null, path: "/sign-in" },
  { name: "forgotten", as: null, path: "/forgotten" },
  { name: "tracking", as: null, path: "/t" },

  { name: "county-desk", as: "gorgan", path: "/28005" },
  { name: "network", as: "gorgan", path: "/28005/network" },
  { name: "call-queue", as: "gorgan", path: "/28005/network/calls" },
  { name: "person", as: "gorgan", path: "/28005/network", into: record("people") },
  { name: "person-new", as: "gorgan", path: "/28005/network/people/new" },
  { name: "circles", as: "gorgan", path: "/28005/network/circles" },
  { name: "circle", as: "gorgan", path: "/28005/network/circles", into: record("circles") },
  { name: "meetings", as: "gorgan", path: "/28005/meetings" },
  { name: "meeting", as: "gorgan", path: "/28005/meetings", into: record("meetings") },
  { name: "meeting-new", as: "gorgan", path: "/28005/meetings/new" },
  { name: "obligations", as: "gorgan", path: "/28005/obligations" },
  { name: "obligation", as: "gorgan", path: "/28005/obligations", into: record("obligations") },
  { name: "demands", as: "gorgan", path: "/28005/demands" },
  { name: "demand", as: "gorgan", path: "/28005/demands", into: record("demands") },
  { name: "demand-new", as: "gorgan", path: "/28005/demands/new" },
  { name: "obstacles", as: "gorgan", path: "/28005/obstacles" },
  { name: "obstacle", as: "gorgan", path: "/28005/obstacles", into: record("obstacles") },
  { name: "obstacle-new", as: "gorgan", path: "/28005/obstacles/new" },
  { name: "report", as: "gorgan", path: "/28005/report/1405-Q3?duty=a6&open=a6.thematic-held" },
  { name: "county-posts", as: "gorgan", path: "/28005/posts" },
  { name: "notifications", as: "gorgan", path: "/28005/notifications" },
  { name: "sessions", as: "gorgan", path: "/sessions" },
  { name: "governor-desk", as: "gorgan-governor", path: "/28005" },

  { name: "province-desk", as: "golestan", path: "/28000" },
  { name: "minutes", as: "golestan", path: "/28000/minutes" },
  { name: "minutes-issued", as: "golestan", path: "/28000/minutes", into: record("minutes") },
  { name: "minutes-new", as: "golestan", path: "/28000/minutes/new" },
  { name: "minutes-review", as: "golestan", path: "/28000/minutes", into: record("review") },
  { name: "province-obligations", as: "golestan", path: "/28000/obligations" },
  { name: "province-obstacles", as: "golestan", path: "/28000/obstacles" },
  {
    name: "received-obstacle",
    as: "golestan",
    path: "/28000/obstacles?show=answered",
    into: record("received"),
  },
  { name: "reports", as: "golestan", path: "/28000/reports" },
  { name: "report-review", as: "golestan", path: "/28000/reports/28009/1405-Q3" },
  { name: "province-report", as: "golestan", path: "/28000/report/1405-Q3" },
  { name: "province-rollup", as: "golestan", path: "/28000/rollup" },
  { name: "province-rollup-explained", as: "golestan", path: "/28000/rollup", into: /[?&]explain=/ },
  { name: "province-posts", as: "golestan", path: "/28000/posts" },
  { name: "posts-below", as: "golestan", path: "/28000/posts", into: WITHIN },

  { name: "national-desk", as: "nation", path: "/0" },
  { name: "national-reports", as: "nation", path: "/0/reports" },
  { name: "national-rollup", as: "nation", path: "/0/rollup" },

  { name: "admin", as: "administrator", path: "/admin" },
  { name: "admin-accounts", as: "administrator", path: "/admin/accounts" },
  { name: "admin-place", as: "administrator", path: "/admin/28000" },
];
