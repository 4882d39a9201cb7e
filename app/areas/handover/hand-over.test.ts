import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { requestScope, staffActor, systemActor } from "~/actor.server";
import { doorActor, openSession } from "~/areas/identity/sessions.server";
import { editPeopleList } from "~/areas/network/commands/edit-people-list.server";
import { savePeopleList } from "~/areas/network/commands/save-people-list.server";
import { listPeopleLists } from "~/areas/network/queries.server/lists";
import { listAgreedCalls, listWaiting } from "~/areas/network/queries.server/people";
import { appointHolder } from "~/areas/posts/commands/appoint-holder.server";
import { endAppointment } from "~/areas/posts/commands/end-appointment.server";
import { ownerKeys, type PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, isoDate, type IsoDate } from "~/lib/jalali";
import { loadAssistantDesk } from "~/routes/_app.$place._index/load-county.server";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN, placeAt } from "../../../tests/factories/actors";
import { anAccount } from "../../../tests/factories/identity";
import { asOwner, openOffice } from "../../../tests/factories/offices";
import { aPost, plantPlaces } from "../../../tests/factories/posts";
import { Records } from "../../../tests/factories/records";
import { receiveHandOver } from "./commands/receive-hand-over.server";
import { freezeSigned, settleAfterAppointment, settleByCalendar } from "./commands/settle-post.server";
import { signHandOver } from "./commands/sign-hand-over.server";
import { NOT_OWNED, OWNED_COLUMNS } from "./owned-columns";
import { getPassing, listPassing, moveOf, postsTurnedOver, readInventory } from "./queries.server";

// A request takes its day from the kernel's clock.
vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
const today = isoDate("2026-12-24");
const representative = () => actorOf(GOLESTAN, "representative");
const cadence = { core: 30, active: 60, wide: 120 };

let serial = 0;
const aMobile = () => `+98913${String(7_000_000 + ++serial)}`;

let records: Records;
let office: string;
beforeAll(async () => {
  records = await Records.open();
  await plantPlaces();
  office = await asOwner((owner) => openOffice(owner, GORGAN, "education"));
});
afterAll(() => records.close());

async function scopeOfAccount(accountId: string, path = `/${GORGAN}`) {
  const cookie = (await openSession(accountId, null)).split(";")[0] ?? "";
  return requestScope(path, cookie, "test");
}
async function actorFor(accountId: string): Promise<PlacedActor> {
  const { actor } = await scopeOfAccount(accountId);
  if (!actor) throw new Error("no power");
  return actor;
}

type Post = Awaited<ReturnType<typeof aPost>>;
/** Somebody appointed to the post, from a day on. */
async function appointed(post: Post, fullName: string, startsOn: IsoDate = isoDate("2026-09-01")) {
  const mobile = aMobile();
  const account = await anAccount({ mobile, fullName });
  const given = { fullName, mobile, orderNumber: "۱", startsOn, endsOn: undefined };
  const { id } = await appointHolder(representative(), post, given, now);
  return { accountId: account.id, appointmentId: id, target: { divisionId: GORGAN, appointmentId: id } };
}
type Holder = Awaited<ReturnType<typeof appointed>>;
const goes = (holder: Holder, endsOn: IsoDate = today, revision = 1) =>
  endAppointment(representative(), holder.target, { endsOn, reason: "پایان مأموریت", revision }, now);
const settle = async (holder: Holder) =>
  settleAfterAppointment(await systemActor(GORGAN), uuidv7(), holder.appointmentId, now);

/** A county at work: members, calls in somebody's hands, promises, what is owed. */
async function aCountyAtWork(caller: string) {
  const called = [];
  for (const name of ["الف", "ب", "پ"]) {
    const id = await records.person("2026-01-10", {
      full_name: name,
      search_key: name,
      quiet_since: "2026-01-10",
    });
    await records.query(
      `insert into call_assignment (division_id, person_id, assignee_account, assigned_on, assigned_by_key)
       values ($1, $2, $3, '2026-12-01', 'test')`,
      [GORGAN, id, caller],
    );
    called.push(id);
  }
  const other = await records.person("2026-01-10", {
    full_name: "ت",
    search_key: "ت",
    quiet_since: "2026-01-10",
  });
  await records.query(
    `insert into contact (division_id, id, person_id, channel, outcome, happened_on, action_needed, note, created_by_key)
     values ($1, $2, $3, 'phone', 'reached', '2026-12-10', true, 'پل روستا', 'test')`,
    [GORGAN, uuidv7(), other],
  );
  await records.query(
    `insert into contact (division_id, id, person_id, channel, outcome, happened_on, next_on, created_by_key)
     values ($1, $2, $3, 'phone', 'call-back', '2026-12-11', '2026-12-24', 'test')`,
    [GORGAN, uuidv7(), other],
  );
  await records.obligation("2026-12-28", { state: "in-progress", office_id: office });
  await records.obligation("2026-12-28", { state: "reported-done", source_division_id: GORGAN });
  await records.query(
    `insert into demand (division_id, id, tracking_code, kind, title, field, channel, received_on, state, created_by_key)
     values ($1, $2, $3, 'request', 'آب روستا', 'social', 'visit', '2026-12-20', 'received', 'test')`,
    [GORGAN, uuidv7(), uuidv7()],
  );
  await waitingForSomebody(other, called);
  return called;
}

/** A request to join, a correction, somebody who would come from the county beside, and a pair that may be one. */
async function waitingForSomebody(member: string, [first = "", second = ""]: string[]) {
  const link = uuidv7();
  await records.query(
    `insert into join_link (division_id, id, token, name, until, created_by_key, created_by_name)
     values ($1, $2, $3, 'فرم', '2027-03-01', 'test', 'test')`,
    [GORGAN, link, uuidv7()],
  );
  await records.query(
    `insert into join_request (division_id, id, link_id, state, full_name, mobile, consented_at, received_at)
     values ($1, $2, $3, 'waiting', 'تازه‌وارد', '+989130000001', $4, $4)`,
    [GORGAN, uuidv7(), link, now],
  );
  await records.query(
    `insert into person_correction (division_id, id, person_id, full_name, sent_at) values ($1, $2, $3, 'ت درست', $4)`,
    [GORGAN, uuidv7(), member, now],
  );
  const abroad = await records.person("2026-01-10", {
    division_id: AQQALA,
    full_name: "ث",
    search_key: "ث",
  });
  await records.query(
    `insert into relocation (division_id, id, to_division_id, person_id, state, reason, full_name, offered_at,
       offered_by_key, offered_by_name, expires_on, consented_at)
     values ($1, $2, $3, $4, 'consented', 'work', 'ث', $5, 'test', 'test', '2027-01-20', $5)`,
    [AQQALA, uuidv7(), GORGAN, abroad, now],
  );
  const [one, two] = [first, second].sort();
  await records.query(
    `insert into person_pair (division_id, id, first_id, second_id, score, reasons) values ($1, $2, $3, $4, 70, '{}')`,
    [GORGAN, uuidv7(), one, two],
  );
}

/** What stands open on somebody's desk and in his own queue, counted. */
async function openFor(actor: PlacedActor) {
  return within(actor, async (db) => {
    const desk = await loadAssistantDesk(db, actor, today);
    const reader = { keys: ownerKeys(actor), mineOnly: true };
    const mine = await listWaiting(db, { divisionId: GORGAN, reader }, cadence, today, 50);
    return {
      calls: desk.calls.count,
      mine: mine.rows.map(({ id }) => id).sort(),
      agreed: (await listAgreedCalls(db, GORGAN, today, 50)).length,
      actions: desk.actions.count,
      due: desk.due.length,
      toVerify: desk.toVerify.count,
      toRefer: desk.demands.toRefer.length,
    };
  });
}
const ownedBy = async (account: string) => {
  let count = 0;
  for (const { table, column } of OWNED_COLUMNS) {
    const { rows } = await records.query(`select count(*)::int as n from ${table} where ${column} = $1`, [
      account,
    ]);
    count += (rows[0] as { n: number }).n;
  }
  return count;
};

const loaders = import.meta.glob<(args: unknown) => Promise<unknown>>(
  "../../routes/_app.$place.network*.{ts,tsx}",
  { import: "loader" },
);

describe("what a post passes on", () => {
  let post: Post;
  let leaver: Holder;
  beforeEach(async () => {
    await records.query(
      "truncate person, person_pair, person_list, join_link, obligation, demand, appointment, post, hand_over cascade",
    );
    post = await aPost(GORGAN, "assistant");
    leaver = await appointed(post, "نرگس شکیبا");
  });

  test("is on the successor's desk to the last item, and the predecessor reads nothing", async () => {
    const called = await aCountyAtWork(leaver.accountId);
    const before = await openFor(await actorFor(leaver.accountId));
    expect(before).toMatchObject({ agreed: 1, actions: 1, due: 1, toVerify: 1, toRefer: 1 });
    expect(before.mine).toEqual([...called].sort());
    expect(await ownedBy(leaver.accountId)).toBe(3);

    await goes(leaver);
    await signHandOver(actorOf(GORGAN, "governor"), leaver.target, { note: "قول پل روستا" }, now);
    expect(await ownedBy(leaver.accountId)).toBe(0);
    expect(await ownedBy(post.postId)).toBe(3);

    const successor = await appointed(post, "الهام نوری", today);
    await settle(successor);
    const heir = await actorFor(successor.accountId);
    await receiveHandOver(heir, leaver.target, { revision: 1 }, now);
    expect(await openFor(heir)).toEqual(before);
    expect(await ownedBy(successor.accountId)).toBe(3);
    expect(await ownedBy(post.postId)).toBe(0);

    // Not by any page of the network, nor by any table that its county alone reads.
    const scope = await scopeOfAccount(leaver.accountId, `/${GORGAN}/network`);
    expect(scope.actor).toBeNull();
    const ids = { place: String(GORGAN), personId: called[0], circleId: called[0] };
    const answers = await Promise.all(
      Object.values(loaders).map(async (load) => {
        const loader = await load();
        const request = new Request(`http://x/${GORGAN}/network`);
        return Promise.resolve()
          .then(() => loader({ context: { scope }, params: ids, request }))
          .then(() => 200)
          .catch((thrown: { init?: { status?: number } }) => thrown.init?.status);
      }),
    );
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((status) => status !== 404)).toEqual([]);
    const { rows } = await records.query(
      "select table_name as name from tenancy.declaration where class = 'exact'",
    );
    const seen = await within({ ...doorActor, key: leaver.accountId }, async (db) => {
      const counts: Record<string, number> = {};
      for (const { name } of rows as { name: string }[]) {
        const found = await db.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from "${name}"`);
        counts[name] = found[0]?.n ?? 0;
      }
      return counts;
    });
    expect(Object.entries(seen).filter(([, n]) => n > 0)).toEqual([]);
  });

  test("is frozen on the day of signing, keeps who and when, and the days to the receipt", async () => {
    await aCountyAtWork(leaver.accountId);
    const himself = actorOf(GORGAN, "assistant", leaver.accountId);
    await savePeopleList(himself, { view: "name" }, { name: "همکاران نزدیک", seenBy: "own" }, now);
    // What a colleague keeps for himself is not passed on with the leaver's.
    const colleague = actorOf(GORGAN, "expert");
    await savePeopleList(colleague, { view: "name" }, { name: "فهرست کارشناس", seenBy: "own" }, now);
    await goes(leaver);
    await signHandOver(actorOf(GORGAN, "governor"), leaver.target, { note: "قول پل روستا" }, now);
    await records.person("2026-12-20", { full_name: "تازه", search_key: "تازه" });
    const governor = actorOf(GORGAN, "governor");
    const read = () =>
      within(governor, async (db) =>
        readInventory(
          db,
          governor.place,
          await getPassing(db, GORGAN, leaver.appointmentId, today),
          today,
          false,
        ),
      );
    const inventory = await read();
    expect(inventory?.counts).toEqual({
      note: 1,
      call: 3,
      action: 1,
      agreed: 1,
      obligation: 1,
      verify: 1,
      join: 1,
      correct: 1,
      arrival: 1,
      pair: 1,
      list: 1,
      demand: 1,
      member: 4,
      waiting: 3,
    });
    expect(inventory?.lines.find((line) => line.section === "action")).toMatchObject({
      personName: "ت",
      title: "پل روستا",
    });
    const said = (section: string) => inventory?.lines.find((line) => line.section === section);
    expect(said("join")).toMatchObject({ personName: "تازه‌وارد", personId: null, dueOn: "2027-03-24" });
    expect(said("correct")).toMatchObject({ personName: "ت" });
    expect(said("arrival")).toMatchObject({ personName: "ث", dueOn: "2027-01-20" });
    expect(said("pair")?.personName?.split(" · ").sort()).toEqual(["الف", "ب"]);
    expect(said("list")).toMatchObject({ title: "همکاران نزدیک" });
    expect(inventory?.lines.filter((line) => line.section === "member").map((line) => line.lastOn)).toContain(
      "2026-12-10",
    );

    const successor = await appointed(post, "الهام نوری", today);
    const later = new Date("2027-01-02T06:00:00Z");
    await receiveHandOver(await actorFor(successor.accountId), leaver.target, { revision: 1 }, later);
    const passing = await within(governor, (db) => getPassing(db, GORGAN, leaver.appointmentId, today));
    expect(passing.handOver).toMatchObject({ signedAs: "governor", signedOn: today, days: 9, openItems: 12 });
    expect(moveOf(passing)).toBe("done");
  });

  test("a private saved list of the leaver is the successor's, and nobody else's", async () => {
    const himself = await actorFor(leaver.accountId);
    const expert = actorOf(GORGAN, "expert");
    const listsOf = (actor: PlacedActor) =>
      within(actor, (db) => listPeopleLists(db, GORGAN, ownerKeys(actor)));
    const { id } = await savePeopleList(himself, { view: "name" }, { name: "یاران", seenBy: "own" }, now);
    await goes(leaver);
    await settle(leaver);
    expect(await ownedBy(post.postId)).toBe(1);
    const successor = await appointed(post, "الهام نوری", today);
    await settle(successor);
    const heir = await actorFor(successor.accountId);
    expect(await listsOf(heir)).toMatchObject([{ id, isOwn: true }]);
    expect((await listsOf(himself)).map((list) => list.id)).toEqual([]);
    expect((await listsOf(expert)).map((list) => list.id)).not.toContain(id);
    await editPeopleList(heir, id, { name: "یاران", seenBy: "staff", revision: 1 });
    await editPeopleList(heir, id, { name: "یاران", seenBy: "own", revision: 2 });
  });

  test("stays with the leaver who signs ahead, until his last day is over", async () => {
    await aCountyAtWork(leaver.accountId);
    await goes(leaver, addDays(today, 5));
    const himself = await actorFor(leaver.accountId);
    await signHandOver(himself, leaver.target, { note: undefined }, now);
    expect(await ownedBy(leaver.accountId)).toBe(3);
    const after = new Date("2026-12-30T06:00:00Z");
    const turned = await within(await systemActor(0), (db) => postsTurnedOver(db, isoDate("2026-12-30")));
    expect(turned).toContainEqual({ divisionId: GORGAN, postId: post.postId });
    await settleByCalendar(await systemActor(GORGAN), post.postId, after);
    expect(await ownedBy(leaver.accountId)).toBe(0);
    expect(await ownedBy(post.postId)).toBe(3);
  });

  test("is nobody's yet while nobody holds the post: whoever is there calls", async () => {
    const called = await aCountyAtWork(leaver.accountId);
    const expert = actorOf(GORGAN, "expert");
    const queue = () =>
      within(expert, async (db) => {
        const reader = { keys: ownerKeys(expert), mineOnly: false };
        return (await listWaiting(db, { divisionId: GORGAN, reader }, cadence, today, 50)).rows.map(
          ({ id }) => id,
        );
      });
    expect(await queue()).not.toContain(called[0]);
    await goes(leaver);
    await settle(leaver);
    expect(await queue()).toEqual(expect.arrayContaining(called));
    expect(
      await within(representative(), (db) => listPassing(db, { lo: GOLESTAN, hi: GOLESTAN + 999 }, today)),
    ).toMatchObject([{ leaverName: "نرگس شکیبا", isOver: true, successorName: null, handOver: null }]);
  });

  test("leaves alone what an earlier holder has in another post of the place", async () => {
    await goes(leaver);
    const other = await aPost(GORGAN, "expert");
    await records.query(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
       values ($1, $2, $3, $4, 'نرگس شکیبا', '2', $5, 'test')`,
      [GORGAN, uuidv7(), other.postId, leaver.accountId, today],
    );
    await aCountyAtWork(leaver.accountId);
    await settle(leaver);
    expect(await ownedBy(leaver.accountId)).toBe(3);
  });

  test("needs no hand-over where the same person holds the post again", async () => {
    await goes(leaver);
    await records.query(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
       values ($1, $2, $3, $4, 'نرگس شکیبا', '2', $5, 'test')`,
      [GORGAN, uuidv7(), post.postId, leaver.accountId, addDays(today, 1)],
    );
    expect(
      await within(representative(), (db) => listPassing(db, { lo: GORGAN, hi: GORGAN }, today)),
    ).toEqual([]);
  });

  test("signed from above is frozen by the county itself; the level above reads numbers and no line", async () => {
    await aCountyAtWork(leaver.accountId);
    await goes(leaver);
    const above = representative();
    const { id } = await signHandOver(above, leaver.target, { note: undefined }, now);
    const read = (actor: PlacedActor) =>
      within(actor, async (db) =>
        readInventory(
          db,
          actor.place,
          await getPassing(db, GORGAN, leaver.appointmentId, today),
          today,
          true,
        ),
      );
    expect(await read(above)).toBeNull();
    await freezeSigned(await systemActor(GORGAN), uuidv7(), id, now);
    const numbers = await read(above);
    expect(numbers?.counts).toMatchObject({ call: 3, member: 4 });
    expect(numbers?.lines).toEqual([]);
    expect(await within(above, (db) => db.handOverLine.count())).toBe(0);
    expect(await within(actorOf(AQQALA, "governor"), (db) => db.handOver.count())).toBe(0);
    expect((await read(actorOf(GORGAN, "governor")))?.lines.length).toBeGreaterThan(8);
    expect(await ownedBy(leaver.accountId)).toBe(0);
  });

  test.each([
    ["an expert of the county", () => actorOf(GORGAN, "expert"), "forbidden"],
    ["a provincial expert", () => actorOf(GOLESTAN, "provincial-expert"), "forbidden"],
    ["the governor beside it", () => actorOf(AQQALA, "governor"), "missing"],
    ["another province", () => actorOf(MAZANDARAN, "representative"), "missing"],
  ] as const)("is not signed by %s", async (_, actor, kind) => {
    await goes(leaver);
    await expect(signHandOver(actor(), leaver.target, { note: undefined }, now)).rejects.toMatchObject({
      kind,
    });
    expect((await records.query("select from hand_over")).rowCount).toBe(0);
  });

  test("is signed once, by the leaver himself while he is there, and by no deputy", async () => {
    await goes(leaver, addDays(today, 5));
    const himself = await actorFor(leaver.accountId);
    await expect(
      signHandOver(actorOf(GORGAN, "governor"), leaver.target, { note: undefined }, now),
    ).rejects.toMatchObject({ kind: "forbidden" });
    const deputy = staffActor({ id: uuidv7(), fullName: "یاسمن رهنما" }, placeAt(GORGAN), {
      divisionId: GORGAN,
      appointmentId: leaver.appointmentId,
      role: "assistant",
      titleFa: "دستیار",
      titleEn: "Assistant",
      actingFor: { key: leaver.accountId, name: "نرگس شکیبا", until: today },
    });
    await expect(signHandOver(deputy, leaver.target, { note: undefined }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await signHandOver(himself, leaver.target, { note: undefined }, now);
    await expect(signHandOver(himself, leaver.target, { note: undefined }, now)).rejects.toMatchObject({
      code: "handover.already-signed",
    });
  });

  test("is received by the successor alone, once, after the signature and not by who signed", async () => {
    await goes(leaver);
    const successor = await appointed(post, "الهام نوری", today);
    const heir = await actorFor(successor.accountId);
    const receive = (actor: PlacedActor, revision = 1) =>
      receiveHandOver(actor, leaver.target, { revision }, now);
    await expect(receive(heir)).rejects.toMatchObject({ code: "handover.not-signed" });
    await expect(
      signHandOver(
        { ...actorOf(GORGAN, "governor", successor.accountId) },
        leaver.target,
        { note: undefined },
        now,
      ),
    ).rejects.toMatchObject({ code: "handover.own-hand" });
    const governor = actorOf(GORGAN, "governor");
    await signHandOver(governor, leaver.target, { note: undefined }, now);
    for (const other of [governor, actorOf(GORGAN, "expert"), representative()])
      await expect(receive(other)).rejects.toMatchObject({ kind: "forbidden" });
    await receive(heir);
    await expect(receive(heir, 2)).rejects.toMatchObject({ code: "handover.already-received" });
  });
});

test("every column that puts something into somebody's hands passes on with the post", async () => {
  const { rows } = await records.query(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and c.column_name ~ '(account|assignee|owner|holder|keeper|caretaker|responsible)'
       and c.column_name !~ '_by_(key|name)$' order by 1`,
  );
  const known = [
    ...OWNED_COLUMNS.map(({ table, column }) => `${table}.${column}`),
    ...Object.keys(NOT_OWNED),
  ];
  expect((rows as { name: string }[]).map(({ name }) => name)).toEqual(known.sort());
});
