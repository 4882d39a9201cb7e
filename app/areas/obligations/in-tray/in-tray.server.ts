import { Prisma, type Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { decodeCursor, PAGE_SIZE, pageOf, type Page } from "~/lib/paging";
import { searchKey } from "~/lib/persian-text";
import type { State } from "../lifecycle";
import { OFFICE_NAME } from "../steps/reach.server";
import { PASSED_PARTS, type TrayPart, type TrayView } from "./tray-view";

type OfficeKey = { divisionId: number; officeId: string };

/** What one office owes, as its officer finds it. */
export type TrayRow = {
  id: string;
  sourceKind: string;
  sourceTitle: string;
  sourceNumber: number | null;
  parentId: string | null;
  text: string;
  deadlineKind: string;
  firstDueOn: IsoDate | null;
  dueOn: IsoDate | null;
  workingDays: number | null;
  cadence: string | null;
  state: State;
  reportedOn: IsoDate | null;
  /** Why the issuer sent its report back, where nothing was reported since. */
  returned: string | null;
  /** Who owes it, of what the office passed on. */
  debtorFa: string | null;
  debtorEn: string | null;
};

const OWED = Prisma.sql`b.state in ('issued', 'acknowledged', 'in-progress', 'blocked')`;
/** A report that was sent back leaves its day behind until the next one; a new turn begins without. */
const RETURNED = Prisma.sql`b.state = 'in-progress' and b.reported_at is not null`;

const conditionOf = (part: TrayPart, today: IsoDate): Prisma.Sql =>
  ({
    mine: Prisma.sql`b.state in ('issued', 'acknowledged', 'in-progress')`,
    new: Prisma.sql`b.state = 'issued'`,
    overdue: Prisma.sql`${OWED} and b.due_on < ${today}::date`,
    returned: RETURNED,
    blocked: Prisma.sql`b.state = 'blocked'`,
    waiting: Prisma.sql`b.state = 'reported-done'`,
    "to-verify": Prisma.sql`b.state = 'reported-done'`,
    "passed-on": Prisma.sql`b.state in ('issued', 'acknowledged', 'in-progress', 'blocked', 'reported-done')`,
    closed: Prisma.sql`b.state in ('verified', 'withdrawn', 'not-applicable')`,
    all: Prisma.sql`true`,
  })[part];

/** What the office owes, or what it passed on. */
const whose = (part: TrayPart, { divisionId, officeId }: OfficeKey): Prisma.Sql =>
  PASSED_PARTS.includes(part)
    ? Prisma.sql`b.source_division_id = ${divisionId} and b.source_office_id = ${officeId}::uuid`
    : Prisma.sql`b.division_id = ${divisionId} and b.office_id = ${officeId}::uuid`;

/** What has no day stands after everything that has one. */
const NO_DAY = "9999-12-31";

/** Most rows among which words are looked for at a time. */
const MOST_SEARCHED = 500;

/**
 * A part of an office's in-tray, the nearest day first; what is closed and the whole, the latest day first. Words are
 * looked for as they are read, whatever letters they are typed with; a page then ends where so many rows were looked through.
 */
export async function listInTray(
  db: Db,
  office: OfficeKey,
  { part, q, after }: TrayView,
  today: IsoDate,
  size = PAGE_SIZE,
  searched = MOST_SEARCHED,
): Promise<Page<TrayRow>> {
  const isLatestFirst = part === "closed" || part === "all";
  const [beyond, order] = isLatestFirst
    ? [Prisma.sql`<`, Prisma.sql`day desc, b.id desc`]
    : [Prisma.sql`>`, Prisma.sql`day, b.id`];
  const cursor = decodeCursor(after, ["day", "uuid"]);
  const later = cursor
    ? Prisma.sql`and (coalesce(b.due_on, ${NO_DAY}::date), b.id) ${beyond} (${cursor[0]}::date, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const read = q === undefined ? size : searched;
  const rows = await db.$queryRaw<TrayRow[]>`
    select b.id::text, b.source_kind as "sourceKind", b.source_title as "sourceTitle",
      b.source_number as "sourceNumber", b.parent_id::text as "parentId", b.text, b.deadline_kind as "deadlineKind",
      b.first_due_on::text as "firstDueOn", b.due_on::text as "dueOn", b.working_days as "workingDays", b.cadence, b.state,
      (b.reported_at at time zone 'Asia/Tehran')::date::text as "reportedOn",
      case when ${RETURNED} then coalesce((select e.note from obligation_event e where e.division_id = b.division_id
        and e.obligation_id = b.id and e.kind = 'reject' order by e.at desc limit 1), '') end as returned,
      ${PASSED_PARTS.includes(part) ? Prisma.sql`o.name_fa as "debtorFa", o.name_en as "debtorEn"` : Prisma.sql`null as "debtorFa", null as "debtorEn"`}
    from (select *, coalesce(due_on, ${NO_DAY}::date) as day from obligation b
      where ${whose(part, office)} and ${conditionOf(part, today)} ${later}
      order by ${order} limit ${read + 1}) b
    ${PASSED_PARTS.includes(part) ? OFFICE_NAME : Prisma.empty}
    order by ${order}`;
  const page = pageOf(rows, read, (row) => [row.dueOn ?? NO_DAY, row.id]);
  if (q === undefined) return page;
  const wanted = searchKey(q);
  const found = page.rows.filter(({ text, sourceTitle, sourceNumber }) =>
    searchKey(`${text} ${sourceTitle} ${sourceNumber ?? ""}`).includes(wanted),
  );
  return { rows: found, next: page.next };
}

/** How much stands in each part of an office's in-tray. */
export async function countInTray(
  db: Db,
  office: OfficeKey,
  today: IsoDate,
): Promise<Record<TrayPart, number>> {
  const of = (part: TrayPart) => Prisma.sql`(count(*) filter (where ${conditionOf(part, today)}))::int`;
  const [row] = await db.$queryRaw<Record<TrayPart, number>[]>`
    select ${of("mine")} as mine, ${of("new")} as new, ${of("overdue")} as overdue, ${of("returned")} as returned,
      ${of("blocked")} as blocked, ${of("waiting")} as waiting, ${of("closed")} as closed, ${of("all")} as all,
      (select count(*)::int from obligation b where ${whose("to-verify", office)}
        and ${conditionOf("to-verify", today)}) as "to-verify",
      (select count(*)::int from obligation b where ${whose("passed-on", office)}
        and ${conditionOf("passed-on", today)}) as "passed-on"
    from obligation b where ${whose("all", office)}`;
  if (!row) throw new Error("An aggregate gives a row.");
  return row;
}
