/**
 * The pages that are looked at: by the eye in pictures, by axe in tests. `as` is a username of the sample (null for
 * a visitor), `into` follows the first link of that page whose address matches, one after the other. `{office}`, `{code}`,
 * `{form}` and `{link}` in a path are what only its holder knows: `openDoors` makes them.
 */
export type ShownPage = { name: string; as: string | null; path: string; into: readonly RegExp[] };

const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const record = (folder: string) => new RegExp(`/${folder}/${ID}$`);
const WITHIN = /\/posts\/\d+$/;

/** The forms of an obligation's steps, with the filter of the ledger whose first row allows the step. */
const STEPS_ABOVE = [
  ["reject", "to-verify"],
  ["re-date", "overdue"],
  ["withdraw", "overdue"],
] as const;
const stepOf = ([step, filter]: readonly [string, string], ledger: string): [string, string, ...RegExp[]] => [
  `step-${step}`,
  `${ledger}${filter}`,
  record("obligations"),
  new RegExp(`[?&]step=${step}\\b`),
];

/** The pages of one reader: what each is called, its address, and which link of it is followed. */
const seenBy = (
  as: string | null,
  pages: readonly [name: string, path: string, ...into: RegExp[]][],
): ShownPage[] => pages.map(([name, path, ...into]) => ({ name, as, path, into }));

export const PAGES: readonly ShownPage[] = [
  ...seenBy(null, [
    ["sign-in", "/sign-in"],
    ["forgotten", "/forgotten"],
    ["tracking", "/t"],
    ["tracked", "/t/{code}"],
    ["join-form", "/join/{form}"],
    ["join-form-sent", "/join/{form}?thanks"],
    ["join-form-closed", "/join/00000000"],
    ["set-password", "/link/{link}"],
    ["link-used", "/link/0000000000000000000000"],
    ["office", "/office/{office}"],
    ["office-obligation", "/office/{office}", new RegExp(`^/office/[^/]+/${ID}$`)],
    ["office-closed", "/office/0000000000000000000000"],
    ["not-found", "/nothing/here"],
  ]),
  ...seenBy("gorgan", [
    ["county-desk", "/28005"],
    ["network", "/28005/network"],
    ["call-queue", "/28005/network/calls"],
    ["contact-many", "/28005/network/contacts/new"],
    ["waiting", "/28005/network/waiting"],
    ["cadence", "/28005/network/cadence"],
    ["coverage", "/28005/network/coverage"],
    ["open-actions", "/28005/network/actions"],
    ["person", "/28005/network", record("people")],
    ["person-new", "/28005/network/people/new"],
    ["people-import", "/28005/network/import"],
    ["people-import-columns", "/28005/network/import", record("import")],
    ["exports", "/28005/exports"],
    ["export", "/28005/exports", record("exports")],
    ["export-new", "/28005/exports/new/people"],
    ["joining", "/28005/network/joining"],
    ["join-request", "/28005/network/joining", record("joining")],
    ["join-poster", "/28005/network/joining", record("forms")],
    ["circles", "/28005/network/circles"],
    ["circle", "/28005/network/circles", record("circles")],
    ["circle-join", "/28005/network/circles", record("circles"), /\/members\/new$/],
    ["circle-role", "/28005/network/circles", record("circles"), record("memberships")],
    ["tie-new", "/28005/network", record("people"), /\/ties\/new$/, /tie=tie-person-person/],
    ["tie", "/28005/network/circles", record("circles"), record("ties")],
    ["meetings", "/28005/meetings"],
    ["meeting", "/28005/meetings", record("meetings")],
    ["meeting-new", "/28005/meetings/new"],
    ["obligations", "/28005/obligations"],
    ["obligation", "/28005/obligations", record("obligations")],
    ["office-link", "/28005/obligations", record("obligations"), /\/offices\/[^/]+\/link$/],
    ["demands", "/28005/demands"],
    ["demand", "/28005/demands", record("demands")],
    ["demand-new", "/28005/demands/new"],
    ["obstacles", "/28005/obstacles"],
    ["obstacle", "/28005/obstacles", record("obstacles")],
    ["obstacle-new", "/28005/obstacles/new"],
    ["report", "/28005/report/1405-Q3?duty=a6&open=a6.thematic-held"],
    ["bodies", "/28005/bodies"],
    ["bodies-search", "/28005/bodies?q=%D9%86%DB%8C%DA%A9%D9%88%DA%A9%D8%A7%D8%B1%DB%8C"],
    ["office-page", "/28005/bodies", record("bodies")],
    ["office-edit", "/28005/bodies", record("bodies"), new RegExp(`/bodies/${ID}/edit$`)],
    ["dictionary", "/28005/bodies/dictionary"],
    ["body", "/28005/bodies/dictionary", record("dictionary")],
    ["body-names", "/28005/bodies/dictionary", record("dictionary"), /\/names$/],
    ["body-new", "/28005/bodies/new"],
    ["county-posts", "/28005/posts"],
    ["deputy-name", "/28005/posts", /\/deputy$/],
    ["search", "/28005/search"],
    ["duplicates", "/28005/network/duplicates"],
    ["duplicate", "/28005/network/duplicates", record("duplicates")],
    ["notifications", "/28005/notifications"],
    ["sessions", "/sessions"],
    ["password", "/password"],
    ["places", "/places"],
    ["place-not-found", "/28005/demands/00000000-0000-7000-8000-000000000000"],
    ["forbidden", "/28005/minutes/new"],
  ]),
  ...seenBy("gorgan-governor", [["governor-desk", "/28005"]]),
  ...seenBy("golestan", [
    ["province-desk", "/28000"],
    ["minutes", "/28000/minutes"],
    ["minutes-issued", "/28000/minutes", record("minutes")],
    ["minutes-new", "/28000/minutes/new"],
    ["minutes-review", "/28000/minutes", record("review")],
    ["province-obligations", "/28000/obligations"],
    ...STEPS_ABOVE.map((step) => stepOf(step, "/28000/obligations?by=office&filter=")),
    ["province-obstacles", "/28000/obstacles"],
    ["received-obstacle", "/28000/obstacles?show=answered", record("received")],
    ["reports", "/28000/reports"],
    ["report-review", "/28000/reports/28009/1405-Q3"],
    ["province-report", "/28000/report/1405-Q3"],
    ["province-rollup", "/28000/rollup"],
    ["province-rollup-explained", "/28000/rollup", /[?&]explain=/],
    ["province-posts", "/28000/posts"],
    ["posts-below", "/28000/posts", WITHIN],
    ["post-appoint", "/28000/posts?vacant=1", WITHIN, /\/appoint$/],
    ["post-end", "/28000/posts", WITHIN, /\/end$/],
    ["deputy-end", "/28000/posts/28007", /\/end-deputy$/],
    ["post-link", "/28000/posts", WITHIN, /\/link$/],
  ]),
  ...seenBy("nation", [
    ["national-desk", "/0"],
    ["national-reports", "/0/reports"],
    ["national-rollup", "/0/rollup"],
  ]),
  ...seenBy("administrator", [
    ["admin", "/admin"],
    ["admin-accounts", "/admin/accounts"],
    ["admin-place", "/admin/28000"],
  ]),
];
