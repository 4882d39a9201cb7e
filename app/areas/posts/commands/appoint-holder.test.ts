import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { requestScope, systemActor } from "~/actor.server";
import { setPasswordByLink } from "~/areas/identity/commands/set-password-by-link.server";
import { doorActor, findSignedIn, openSession } from "~/areas/identity/sessions.server";
import { tellOfPost } from "~/areas/notifications/commands/tell-of-post.server";
import { submission, within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import {
  actorOf,
  AQQALA,
  GOLESTAN,
  GORGAN,
  MAZANDARAN,
  NATION,
  SARI,
} from "../../../../tests/factories/actors";
import { anAccount, PASSWORD } from "../../../../tests/factories/identity";
import { aHolder, anAdministrator, aPost, plantPlaces } from "../../../../tests/factories/posts";
import { isoDate, type IsoDate } from "~/lib/jalali";
import { ownerRows } from "../../../../tests/setup/owner";
import { listPosts, listPowers } from "../queries.server";
import { appointHolder } from "./appoint-holder.server";
import { endAppointment } from "./end-appointment.server";
import { issueHolderLink } from "./issue-holder-link.server";

// A request takes its day from the kernel's clock.
vi.hoisted(() => vi.stubEnv("CLOCK", "1405/10/03"));

const now = new Date("2026-12-24T06:00:00Z");
const today = isoDate("2026-12-24");
const representative = () => actorOf(GOLESTAN, "representative");
const HERE = { address: "10.0.0.1", userAgent: null };

let serial = 0;
const aMobile = () => `+98911${String(5_000_000 + ++serial)}`;
const anAppointment = (given: Partial<Parameters<typeof appointHolder>[2]> = {}) => ({
  fullName: "نرگس شکیبا",
  mobile: aMobile(),
  orderNumber: "۱۲۰/۱۴۰۵",
  startsOn: today as IsoDate,
  endsOn: undefined,
  ...given,
});
const tokenOf = (path: string | undefined) => path?.split("/").at(-1) ?? "";
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

beforeAll(plantPlaces);

describe("a province appoints", () => {
  let post: { divisionId: number; postId: string };
  beforeEach(async () => {
    post = await aPost(GORGAN, "assistant");
  });

  test("nobody who has a post at a level above: the people of a county are read by none of them", async () => {
    for (const [place, role] of [
      [GOLESTAN, "provincial-expert"],
      [NATION, "national-expert"],
    ] as const) {
      const mobile = aMobile();
      const { id } = await anAccount({ mobile });
      const above = await aPost(place, role);
      const by = place === NATION ? anAdministrator() : actorOf(NATION, "national-officer");
      await appointHolder(by, above, anAppointment({ mobile }), now);
      await expect(
        appointHolder(representative(), post, anAppointment({ mobile }), now),
      ).rejects.toMatchObject({
        code: "posts.from-above",
      });
      const powers = await within(doorActor, (db) => listPowers(db, id, today));
      expect(powers.map(({ divisionId }) => divisionId)).toEqual([place]);
    }
  });

  test("somebody of whom the place hears by the post's title, and whoever appointed him is told nothing", async () => {
    const reader = await aHolder(GORGAN, "governor");
    const { id } = await appointHolder(
      representative(),
      post,
      anAppointment({ fullName: "پریسا دانشور" }),
      now,
    );
    const eventId = uuidv7();
    for (let time = 0; time < 2; time++)
      await tellOfPost(await systemActor(GORGAN), eventId, "holder-appointed", { appointmentId: id }, now);
    const told = await ownerRows<{ account: string; key: string; params: Record<string, string> }>(
      "select account_id::text as account, key, params from notification where created_at = $1 and key = 'holder-appointed'",
      [now],
    );
    expect(told.filter(({ account }) => account === reader)).toMatchObject([
      { params: { nameFa: "assistant", nameEn: "assistant" } },
    ]);
    expect(JSON.stringify(told)).not.toContain("پریسا");
    expect(told.map(({ account }) => account)).not.toContain(representative().key);
  });

  test("a person to a county's vacant post, who sets a password by the link and acts there", async () => {
    const { path } = await appointHolder(representative(), post, anAppointment(), now);
    const cookie = await setPasswordByLink(
      tokenOf(path),
      { username: undefined, password: PASSWORD, passwordAgain: PASSWORD },
      HERE,
    );
    const scope = await requestScope(`/${GORGAN}`, cookieOf(cookie), "test");
    expect(scope.actor).toMatchObject({ role: "assistant", place: { id: GORGAN }, name: "نرگس شکیبا" });
    const foreign = await requestScope(`/${AQQALA}`, cookieOf(cookie), "test");
    expect(foreign.actor).toBeNull();
  });

  test("a person whose number has an account: it keeps its password and name", async () => {
    const mobile = aMobile();
    const account = await anAccount({ mobile, fullName: "لیلا مهرآور" });
    const given = anAppointment({ mobile, fullName: "لیلا مهرآوری" });
    const { id, path, known } = await appointHolder(representative(), post, given, now);
    expect({ path, known }).toEqual({ path: undefined, known: "لیلا مهرآور" });
    const row = await within(actorOf(GORGAN, "governor"), (db) =>
      db.appointment.findFirst({ where: { divisionId: GORGAN, id } }),
    );
    expect(row).toMatchObject({ accountId: account.id, holderName: "لیلا مهرآوری" });
  });

  test("nobody to a post that is held in those days, and leaves no trace", async () => {
    await appointHolder(representative(), post, anAppointment({ endsOn: isoDate("2027-03-20") }), now);
    const mobile = aMobile();
    const late = anAppointment({ mobile, startsOn: isoDate("2027-03-20") });
    await expect(appointHolder(representative(), post, late, now)).rejects.toMatchObject({
      kind: "conflict",
      code: "posts.not-vacant",
    });
    expect(await within(doorActor, (db) => db.account.count({ where: { mobile } }))).toBe(0);
    await appointHolder(representative(), post, { ...late, startsOn: isoDate("2027-03-21") }, now);
  });

  test("one of two at the same moment", async () => {
    const tries = await Promise.allSettled([
      appointHolder(representative(), post, anAppointment(), now),
      appointHolder(representative(), post, anAppointment(), now),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("not himself, and no administrator", async () => {
    const mobile = aMobile();
    const own = await anAccount({ mobile });
    const himself = actorOf(GOLESTAN, "representative", own.id);
    await expect(appointHolder(himself, post, anAppointment({ mobile }), now)).rejects.toMatchObject({
      code: "posts.oneself",
    });
    const theirs = aMobile();
    await anAccount({ mobile: theirs, isAdministrator: true });
    const given = anAppointment({ mobile: theirs });
    await expect(appointHolder(representative(), post, given, now)).rejects.toMatchObject({
      code: "posts.account-not-for-posts",
    });
  });

  test("once for one form: its twin gets the appointment and no second link", async () => {
    const actor = representative();
    const given = anAppointment();
    const requestId = uuidv7();
    const send = () => submission.run({ requestId }, () => appointHolder(actor, post, given, now));
    const first = await send();
    const twin = await send();
    expect(first.path).toBeDefined();
    expect(twin).toMatchObject({ id: first.id, path: undefined });
    const stored = await within(actor, (db) => db.requestLog.findFirst({ where: { requestId } }));
    expect(JSON.stringify(stored?.result)).not.toContain(tokenOf(first.path));
  });
});

describe("authority goes one level down", () => {
  test.each([
    [
      "a representative, at his own level",
      () => representative(),
      GOLESTAN,
      "provincial-expert",
      "forbidden",
    ],
    ["a provincial expert", () => actorOf(GOLESTAN, "provincial-expert"), GORGAN, "expert", "forbidden"],
    ["a governor", () => actorOf(GORGAN, "governor"), GORGAN, "assistant", "forbidden"],
    [
      "a national officer, past the province",
      () => actorOf(NATION, "national-officer"),
      GORGAN,
      "expert",
      "forbidden",
    ],
    ["a neighbouring province", () => actorOf(MAZANDARAN, "representative"), GORGAN, "expert", "missing"],
    ["a province, in another's county", () => representative(), SARI, "expert", "missing"],
    ["the administrator, below the nation", () => anAdministrator(), GORGAN, "expert", "missing"],
  ] as const)("and %s is refused", async (_, actor, place, role, kind) => {
    const post = await aPost(place, role);
    await expect(appointHolder(actor(), post, anAppointment(), now)).rejects.toMatchObject({ kind });
    expect(
      await within(doorActor, (db) =>
        db.appointment.count({ where: { divisionId: place, postId: post.postId } }),
      ),
    ).toBe(0);
  });

  test.each([
    ["the administrator the first national officer", () => anAdministrator(), NATION, "national-officer"],
    [
      "a national officer a representative",
      () => actorOf(NATION, "national-officer"),
      GOLESTAN,
      "representative",
    ],
  ] as const)("so that %s appoints", async (_, actor, place, role) => {
    const post = await aPost(place, role);
    const { path } = await appointHolder(actor(), post, anAppointment(), now);
    expect(path).toMatch(/^\/link\//);
  });
});

describe("an appointment that is ended", () => {
  const inForce = async () => {
    const post = await aPost(AQQALA, "assistant");
    const mobile = aMobile();
    const account = await anAccount({ mobile });
    const { id } = await appointHolder(representative(), post, anAppointment({ mobile }), now);
    const cookie = cookieOf(await openSession(account.id, null));
    return { post, id, cookie, target: { divisionId: AQQALA, appointmentId: id } };
  };
  const ending = (endsOn: IsoDate = today, revision = 1) => ({ endsOn, reason: "پایان مأموریت", revision });

  test("gives no power to the very next request", async () => {
    const { cookie, target } = await inForce();
    expect((await requestScope(`/${AQQALA}`, cookie, "test")).actor).not.toBeNull();
    await endAppointment(representative(), target, ending(), now);
    expect((await requestScope(`/${AQQALA}`, cookie, "test")).actor).toBeNull();
  });

  test("with a day to come lasts through that day", async () => {
    const { post, target } = await inForce();
    await endAppointment(representative(), target, ending(isoDate("2027-01-10")), now);
    const holderOn = (day: IsoDate) =>
      within(representative(), async (db) =>
        (await listPosts(db, [AQQALA], day)).find((p) => p.id === post.postId),
      );
    expect((await holderOn(isoDate("2027-01-10")))?.holder).not.toBeNull();
    expect(await holderOn(isoDate("2027-01-11"))).toMatchObject({ holder: null, vacantSince: "2027-01-10" });
  });

  test("frees the post the same day, and its vacancy has an age", async () => {
    const { post, target } = await inForce();
    await endAppointment(representative(), target, ending(), now);
    const [row] = await within(representative(), async (db) =>
      (await listPosts(db, [AQQALA], isoDate("2027-01-03"))).filter((p) => p.id === post.postId),
    );
    expect(row).toMatchObject({ holder: null, vacantSince: today });
    await appointHolder(representative(), post, anAppointment(), now);
  });

  test("is called off when it has not begun", async () => {
    const post = await aPost(AQQALA, "expert");
    const later = anAppointment({ startsOn: isoDate("2027-02-01") });
    const { id } = await appointHolder(representative(), post, later, now);
    await endAppointment(representative(), { divisionId: AQQALA, appointmentId: id }, ending(), now);
    await appointHolder(representative(), post, later, now);
  });

  test.each([
    ["its own county", () => actorOf(AQQALA, "governor"), "forbidden"],
    ["the neighbour", () => actorOf(GORGAN, "assistant"), "missing"],
    ["another province", () => actorOf(MAZANDARAN, "representative"), "missing"],
    ["a provincial expert", () => actorOf(GOLESTAN, "provincial-expert"), "forbidden"],
  ] as const)("is not ended by %s", async (_, actor, kind) => {
    const { cookie, target } = await inForce();
    await expect(endAppointment(actor(), target, ending(), now)).rejects.toMatchObject({ kind });
    expect((await requestScope(`/${AQQALA}`, cookie, "test")).actor).not.toBeNull();
  });

  test("is not ended twice, nor over what another wrote meanwhile", async () => {
    const { target } = await inForce();
    await endAppointment(representative(), target, ending(isoDate("2027-01-10")), now);
    await expect(endAppointment(representative(), target, ending(), now)).rejects.toMatchObject({
      code: "refusal.changed",
      details: { theirs: { endsOn: "2027-01-10" }, revision: 2 },
    });
    await endAppointment(representative(), target, ending(today, 2), now);
    await expect(endAppointment(representative(), target, ending(today, 3), now)).rejects.toMatchObject({
      code: "posts.already-ended",
    });
  });
});

describe("a link for a holder's new password", () => {
  test("comes from the level above, and not for somebody with a post elsewhere", async () => {
    const mobile = aMobile();
    const { id } = await appointHolder(
      representative(),
      await aPost(GORGAN, "expert"),
      anAppointment({ mobile }),
      now,
    );
    const target = { divisionId: GORGAN, appointmentId: id };
    const { path } = await issueHolderLink(representative(), target);
    expect(path).toMatch(/^\/link\//);
    await expect(issueHolderLink(actorOf(GORGAN, "governor"), target)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(issueHolderLink(actorOf(MAZANDARAN, "representative"), target)).rejects.toMatchObject({
      kind: "missing",
    });

    const elsewhere = await aPost(SARI, "expert");
    const second = await appointHolder(
      actorOf(MAZANDARAN, "representative"),
      elsewhere,
      anAppointment({ mobile }),
      now,
    );
    expect(second.path).toBeUndefined();
    await expect(issueHolderLink(representative(), target)).rejects.toMatchObject({
      code: "posts.link-elsewhere",
    });
  });
});

test("a county reads no post of its neighbour; its province and the nation read both", async () => {
  await aPost(GORGAN, "assistant");
  await aPost(AQQALA, "assistant");
  const seen = (actor: ReturnType<typeof actorOf>) =>
    within(actor, async (db) => [
      ...new Set((await listPosts(db, [GORGAN, AQQALA], today)).map((post) => post.divisionId)),
    ]);
  expect(await seen(actorOf(GORGAN, "assistant"))).toEqual([GORGAN]);
  expect(await seen(actorOf(GOLESTAN, "provincial-expert"))).toEqual([GORGAN, AQQALA]);
  expect(await seen(actorOf(NATION, "national-expert"))).toEqual([GORGAN, AQQALA]);
  expect(await seen(actorOf(MAZANDARAN, "representative"))).toEqual([]);
  expect(await findSignedIn("peyvand_session=b.unknown-token-of-nobody-000000")).toBeNull();
});
