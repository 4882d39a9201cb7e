import { describe, expect, test } from "vitest";
import { openJoinForm } from "~/join-door.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aPerson } from "../../../../tests/factories/network";
import { ownerRows } from "../../../../tests/setup/owner";
import type { RequestToJoin } from "../schema/join";
import { getJoinLink, getJoinRequest, listJoinRequests, requestsToForget } from "../queries.server/joining";
import { getPerson } from "../queries.server/people";
import { listTimeline } from "../queries.server/timeline";
import { listWays } from "../queries.server/ways";
import { acceptJoinRequest } from "./accept-join-request.server";
import { declineJoinRequest } from "./decline-join-request.server";
import { forgetDeclinedRequests, forgetWaitingRequests } from "./forget-requests.server";
import { joinRequestToPerson } from "./join-request-to-person.server";
import { openJoinLink } from "./open-join-link.server";
import { registerPerson } from "./register-person.server";
import { getNote } from "../queries.server/notes";
import { rewriteNote } from "./rewrite-note.server";
import { requestToJoin } from "./request-to-join.server";
import { revokeJoinLink } from "./revoke-join-link.server";

const assistant = actorOf(GORGAN, "assistant");
const today = todayIn(new Date());

let sent = 0;
const aRequest = (given: Partial<RequestToJoin> = {}): RequestToJoin => {
  sent += 1;
  return {
    fullName: "یاسمن قلی‌پور",
    mobile: `+98935${String(1_000_000 + sent)}`,
    capacities: ["teaching"],
    consent: "on",
    ...given,
  };
};

/** A form of the place, and somebody who came to it by its address. */
async function aForm(place = GORGAN, name: string | undefined = "گردهمایی مسجد جامع") {
  const keeper = place === GORGAN ? assistant : actorOf(place, "assistant");
  const { id } = await openJoinLink(keeper, { name, days: "30" });
  const { token } = await within(keeper, (db) => getJoinLink(db, place, id, today));
  const opened = await openJoinForm(token);
  if (!opened) throw new Error("the form is not open");
  return { id, token, visitor: opened.actor };
}

const waiting = (actor = assistant) =>
  within(actor, async (db) => (await listJoinRequests(db, actor.place.id, "waiting")).rows);

/** The request of this number, as its county sees it. */
async function requestOf(mobile: string): Promise<string> {
  const [row] = await ownerRows<{ id: string }>("select id from join_request where mobile = $1", [mobile]);
  if (!row) throw new Error("there is no such request");
  return row.id;
}

describe("a request to join", () => {
  test("waits at the county of its form, and nobody else sees it", async () => {
    const { visitor } = await aForm();
    const request = aRequest({ locality: "زیارت", preferredWay: "bale" });
    await requestToJoin(visitor, request);
    const id = await requestOf(request.mobile);
    expect(await within(assistant, (db) => getJoinRequest(db, GORGAN, id))).toMatchObject({
      fullName: request.fullName,
      mobile: request.mobile,
      formName: "گردهمایی مسجد جامع",
      holder: null,
    });
    for (const actor of [actorOf(AQQALA, "assistant"), actorOf(GOLESTAN, "representative")])
      expect(
        await within(
          actor,
          (db) => db.$queryRaw<unknown[]>`select 1 from join_request where id = ${id}::uuid`,
        ),
      ).toEqual([]);
  });

  test("cannot be read back by whoever wrote it, nor anything else of the county", async () => {
    const { visitor } = await aForm();
    await requestToJoin(visitor, aRequest());
    const seen = await within(visitor, async (db) => ({
      requests: await db.$queryRaw<unknown[]>`select 1 from join_request`,
      people: await db.$queryRaw<unknown[]>`select 1 from person`,
      links: await db.$queryRaw<unknown[]>`select 1 from join_link`,
      audit: await db.$queryRaw<unknown[]>`select 1 from audit_entry`,
    }));
    expect(seen).toMatchObject({ requests: [], people: [], audit: [] });
    expect(seen.links).toHaveLength(1);
  });

  test("is written under one's own form alone, and never as decided", async () => {
    const { visitor } = await aForm();
    const theirs = await aForm(AQQALA);
    const write = (place: number, link: string, state: string) =>
      within(
        visitor,
        (
          db,
        ) => db.$executeRaw`insert into join_request (division_id, id, link_id, state, consented_at, received_at)
          values (${place}, ${uuidv7()}::uuid, ${link}::uuid, ${state}, now(), now())`,
      );
    await expect(write(AQQALA, theirs.id, "waiting")).rejects.toMatchObject({ code: "42501" });
    const own = await aForm();
    await expect(write(GORGAN, own.id, "waiting")).rejects.toMatchObject({ code: "42501" });
  });

  test("is answered alike whether or not the number is known, and waits once", async () => {
    const { visitor } = await aForm();
    const member = aPerson();
    await registerPerson(assistant, member);
    const known = aRequest({ mobile: member.mobile ?? "" });
    const unknown = aRequest();
    const answers = [];
    for (const request of [known, unknown, unknown]) answers.push(await requestToJoin(visitor, request));
    expect(answers).toEqual([undefined, undefined, undefined]);
    const rows = await ownerRows("select 1 from join_request where mobile = any($1)", [
      [known.mobile, unknown.mobile],
    ]);
    expect(rows).toHaveLength(2);
  });

  test("of a program that fills what nobody sees is kept nowhere", async () => {
    const { visitor } = await aForm();
    const before = await waiting();
    await requestToJoin(visitor, aRequest({ website: "http://example.org" }));
    expect(await waiting()).toEqual(before);
  });

  test("finds a form closed that was taken back or is over", async () => {
    const taken = await aForm();
    await revokeJoinLink(assistant, taken.id);
    expect(await openJoinForm(taken.token)).toBeNull();
    await expect(requestToJoin(taken.visitor, aRequest())).rejects.toMatchObject({ kind: "missing" });
    const over = await aForm();
    await ownerRows("update join_link set until = $2 where id = $1", [over.id, addDays(today, -1)]);
    expect(await openJoinForm(over.token)).toBeNull();
    for (const token of ["", "x", "%00", "\0\0\0\0\0\0\0\0\0", "z".repeat(5000)])
      expect(await openJoinForm(token)).toBeNull();
  });
});

describe("the county's decision", () => {
  test("takes somebody into the register with his history and source, and leaves no second copy of him", async () => {
    const { visitor, id: formId } = await aForm();
    const request = aRequest({ locality: "زیارت", preferredWay: "bale", capacities: ["media"] });
    await requestToJoin(visitor, request);
    const id = await requestOf(request.mobile);
    const { personId } = await acceptJoinRequest(assistant, id, { tier: "active" });
    await within(assistant, async (db) => {
      expect(await getPerson(db, GORGAN, personId)).toMatchObject({
        fullName: request.fullName,
        mobile: request.mobile,
        state: "active",
        tier: "active",
        locality: "زیارت",
        capacities: ["media"],
        source: "گردهمایی مسجد جامع",
        joinedOn: today,
      });
      expect((await listTimeline(db, GORGAN, personId)).rows).toMatchObject([
        { kind: "state", state: "active", reason: "join-form", byName: assistant.name },
      ]);
      expect(await listWays(db, GORGAN, personId)).toMatchObject([
        { way: "bale", standing: "consents", since: today },
      ]);
      expect(await getJoinLink(db, GORGAN, formId, today)).toMatchObject({ arrivals: 1, accepted: 1 });
    });
    const [row] = await ownerRows(
      "select full_name, mobile, locality, person_id from join_request where id = $1",
      [id],
    );
    expect(row).toEqual({ full_name: null, mobile: null, locality: null, person_id: personId });
    await expect(acceptJoinRequest(assistant, id, { tier: "wide" })).rejects.toMatchObject({
      kind: "conflict",
      code: "network.join.decided-already",
    });
  });

  test("joins a request to the person who has its number, and keeps what the county wrote of him", async () => {
    const { visitor } = await aForm();
    const member = aPerson({ state: "identified", fullName: "رحمت الله کرد", note: "معرف روستا" });
    const { id: personId } = await registerPerson(assistant, member);
    const request = aRequest({ mobile: member.mobile ?? "", capacities: ["transport"], locality: "کفشگیری" });
    await requestToJoin(visitor, request);
    const id = await requestOf(request.mobile);
    // That nobody is to contact him was said before, and a form is no word against it.
    await ownerRows("update person set no_contact = true where id = $1", [personId]);
    expect(await within(assistant, (db) => getJoinRequest(db, GORGAN, id))).toMatchObject({
      holder: { id: personId, fullName: "رحمت الله کرد" },
    });
    await expect(acceptJoinRequest(assistant, id, { tier: "wide" })).rejects.toMatchObject({
      kind: "conflict",
      code: "network.join.number-known",
    });
    await joinRequestToPerson(assistant, id);
    expect(await within(assistant, (db) => getPerson(db, GORGAN, personId))).toMatchObject({
      fullName: "رحمت الله کرد",
      note: "معرف روستا",
      state: "active",
      tier: "core",
      locality: "کفشگیری",
      noContact: true,
      capacities: ["transport"],
    });
  });

  test("that declines keeps the words thirty days and only the count for ever", async () => {
    const { visitor, id: formId } = await aForm();
    const request = aRequest({ locality: "نوکنده" });
    await requestToJoin(visitor, request);
    const id = await requestOf(request.mobile);
    await declineJoinRequest(assistant, id, { reason: "elsewhere", note: "ساکن کردکوی است" });
    const note = await within(assistant, (db) => getNote(db, GORGAN, "decline", id));
    expect(note).toMatchObject({
      text: "ساکن کردکوی است",
      page: `joining/${id}`,
      fullName: request.fullName,
    });
    const mended = { note: "ساکن بندرگز است", revision: note.revision };
    await expect(rewriteNote(actorOf(AQQALA, "assistant"), "decline", id, mended)).rejects.toMatchObject({
      kind: "missing",
    });
    await rewriteNote(assistant, "decline", id, mended);
    await expect(rewriteNote(assistant, "decline", id, mended)).rejects.toMatchObject({ kind: "conflict" });
    expect((await within(assistant, (db) => getJoinRequest(db, GORGAN, id))).declineNote).toBe(mended.note);
    const words = () =>
      ownerRows("select full_name, mobile, locality, decline_note from join_request where id = $1", [id]);
    await ownerRows("update join_request set decided_at = now() - interval '29 days' where id = $1", [id]);
    expect(await forgetDeclinedRequests()).toBe(0);
    expect(await words()).toMatchObject([{ mobile: request.mobile }]);
    await ownerRows("update join_request set decided_at = now() - interval '31 days' where id = $1", [id]);
    expect(await forgetDeclinedRequests()).toBe(1);
    expect(await words()).toEqual([{ full_name: null, mobile: null, locality: null, decline_note: null }]);
    expect(await within(assistant, (db) => getJoinLink(db, GORGAN, formId, today))).toMatchObject({
      arrivals: 1,
      accepted: 0,
    });
  });

  test("that nobody decided is forgotten after ninety days, and said to the assistant a fortnight before", async () => {
    const { visitor } = await aForm();
    const request = aRequest({ locality: "نوکنده" });
    await requestToJoin(visitor, request);
    const id = await requestOf(request.mobile);
    const came = (days: number) =>
      ownerRows("update join_request set received_at = now() - make_interval(days => $2) where id = $1", [
        id,
        days,
      ]);
    const warned = (actor = assistant) => within(actor, (db) => requestsToForget(db, actor.place.id, today));
    await came(75);
    expect(await warned()).toBeNull();
    await came(80);
    expect(await warned()).toEqual({ count: 1, firstOn: addDays(today, 10) });
    expect(await warned(actorOf(AQQALA, "assistant"))).toBeNull();
    await came(89);
    expect(await forgetWaitingRequests()).toBe(0);
    await came(91);
    expect(await warned()).toEqual({ count: 1, firstOn: today });
    expect(await forgetWaitingRequests()).toBe(1);
    expect(
      await ownerRows("select state, full_name, mobile, locality from join_request where id = $1", [id]),
    ).toEqual([{ state: "forgotten", full_name: null, mobile: null, locality: null }]);
    await expect(acceptJoinRequest(assistant, id, { tier: "wide" })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("is the assistant's and the experts', and reaches no other county's request", async () => {
    const { visitor } = await aForm();
    const request = aRequest();
    await requestToJoin(visitor, request);
    const id = await requestOf(request.mobile);
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")]) {
      await expect(openJoinLink(actor, { days: "7" })).rejects.toMatchObject({ kind: "forbidden" });
      await expect(acceptJoinRequest(actor, id, { tier: "wide" })).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
    const neighbour = actorOf(AQQALA, "assistant");
    for (const work of [
      () => acceptJoinRequest(neighbour, id, { tier: "wide" }),
      () => joinRequestToPerson(neighbour, id),
      () => declineJoinRequest(neighbour, id, { reason: "other" }),
    ])
      await expect(work()).rejects.toMatchObject({ kind: "missing" });
    expect((await waiting()).map((row) => row.id)).toContain(id);
  });
});
