import { signedInOfficer } from "../factories/sessions";
import { ownerRows } from "../setup/owner";

/** Where the sample has an officer with an account. */
const PLACE = 28_005;

export type OfficeRecord = "obligation" | "obligation_evidence" | "demand" | "export_log";
export type OfficeDesk = { place: number; office: string; cookie: string };

let desk: Promise<OfficeDesk> | undefined;

/** The office of the sample whose officer has an account, with somebody signed in who holds another post of it. */
export function officeDesk(): Promise<OfficeDesk> {
  desk ??= open();
  return desk;
}

async function open(): Promise<OfficeDesk> {
  const [row] = await ownerRows<{ office: string }>(
    "select office_id::text as office from office_appointment where division_id = $1 and created_by_key <> 'test'",
    [PLACE],
  );
  if (!row) throw new Error("the sample has no officer with an account");
  return { place: PLACE, office: row.office, cookie: await signedInOfficer(PLACE, row.office) };
}

/** An export of the officer's, or one that somebody else took of the same office's desk. */
async function exported(office: string, others: boolean): Promise<string[]> {
  const rows = await ownerRows<{ id: string }>(
    `insert into export_log (division_id, id, number, list, filters, format, is_personal, row_count, taken_by_key,
       taken_by_name, taken_by_post, created_at, office_id)
     select $1, gen_random_uuid(), coalesce(max(l.number), 0) + 1, 'office-tray', '{"part":"all"}', 'csv', false, 1,
       case when $3 then 'another' else (select account_id::text from office_appointment
         where division_id = $1 and office_id = $2 and created_by_key = 'test') end,
       'رابط', 'رابط', '2100-01-01', $2
     from export_log l where l.division_id = $1 returning id::text`,
    [PLACE, office, others],
  );
  return rows.map(({ id }) => id);
}

/** Records of the desk's office, or with `others` of the offices beside it; of demands those that wait for an answer. */
export async function recordsOfOffice(
  table: OfficeRecord,
  { others = false, states }: { others?: boolean; states?: readonly string[] } = {},
): Promise<string[]> {
  const { office } = await officeDesk();
  if (table === "export_log") return exported(office, others);
  const wanted = states ?? (table === "demand" ? ["referred"] : null);
  const inStates = wanted ? "and state = any($3)" : "and $3::text[] is null";
  const rows = await ownerRows<{ id: string }>(
    `select id::text from "${table}" where division_id = $1 and (office_id = $2) = ${!others} ${inStates}
     order by id desc limit 4`,
    [PLACE, office, wanted],
  );
  if (rows.length === 0) throw new Error(`the sample has no such ${table} at the office`);
  return rows.map(({ id }) => id);
}

/** The address of a route of the desk, with a record of it. */
export const deskAddress = (id: string, { place, office }: Omit<OfficeDesk, "cookie">, record: string) =>
  `/${id
    .replace("routes/_office.", "")
    .replace(/\._index$/, "")
    .replace("$place", String(place))
    .replace("$office", office)
    .replace(/\$\w+?_?(?=\.|$)/, record)
    .replaceAll(".", "/")}`;
