import { newRecordToken, storeRecordLink } from "~/areas/identity/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import type { Carrier } from "../channels/channel";
import { carrierOf } from "../channels/carriers.server";
import { localIdOf } from "../channels/local-id.server";
import type { Vars } from "../choices";
import { hoursOf } from "../hours.server";
import { gatherNews } from "../gathered.server";
import {
  afterAsking,
  afterReport,
  afterSending,
  questionAfter,
  type MessageState,
  type Reason,
  type Step,
} from "../lifecycle";
import { lookAgain } from "../new-messages.server";
import { firstOpen } from "../quiet";
import { reachOf, type Addressed } from "../receiver.server";
import { settle } from "../settle.server";
import { outsideUrl, wordsOf, type Gathered } from "../words.server";

/** Seconds for which a message is one worker's: longer than it waits for any answer. */
const CLAIM_SECONDS = 50;
/** How long a message waits for a channel that is off before it is looked at again. */
const CHANNEL_OFF_MS = 30 * 60_000;

/** A message is in the hands of another worker, or of one that was killed a moment ago. */
export class StillSending extends Error {}

type Row = Addressed & {
  id: string;
  urgency: string;
  params: Vars;
  href: string | null;
  ownText: string | null;
  locale: "fa" | "en";
  state: MessageState;
  dueAt: Date;
  until: Date;
  linkPurpose: string | null;
  linkRecordId: string | null;
  linkUntil: Date | null;
  guestName: string | null;
  round: number;
  attempts: number;
  asked: number;
  mayHaveGone: boolean;
  sinceFirstMs: number;
  isClaimed: boolean;
  sentTo: string | null;
  remoteId: string | null;
  isRead: boolean;
};

async function lockMessage(db: Db, divisionId: number, id: string): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select id::text, channel, kind, urgency, params, href, own_text as "ownText", locale, receiver, account_id::text as "accountId",
      person_id::text as "personId", office_id::text as "officeId", guest_name as "guestName", typed_address as "typedAddress",
      state, due_at as "dueAt", until, link_purpose as "linkPurpose", link_record_id::text as "linkRecordId",
      link_until as "linkUntil", round, attempts, asked, may_have_gone as "mayHaveGone",
      coalesce(extract(epoch from now() - first_tried_at) * 1000, 0)::float8 as "sinceFirstMs",
      claimed_until is not null and claimed_until > now() as "isClaimed", sent_to as "sentTo", remote_id as "remoteId",
      exists (select from notification n where n.division_id = message.division_id and n.read_at is not null
        and n.id = case when once_key like 'news:%' then split_part(once_key, ':', 2)::uuid end) as "isRead"
    from message where division_id = ${divisionId} and id = ${id}::uuid for update`;
  return row;
}

type Task =
  | { do: "nothing" }
  | { do: "follow"; message: Row; carrier: Carrier }
  | { do: "send"; message: Row; carrier: Carrier; to: string; gathered: Gathered[] };

const NOTHING: Task = { do: "nothing" };

/** Looks at a message and takes it into this worker's hands, or says why it does not go now. */
async function takeUp(db: Db, actor: PlacedActor, id: string, now: Date): Promise<Task> {
  const divisionId = actor.place.id;
  const message = await lockMessage(db, divisionId, id);
  if (!message) return NOTHING;
  const carrier = carrierOf(actor, message.channel);
  if (message.state === "accepted")
    return carrier?.follow && message.remoteId ? { do: "follow", message, carrier } : NOTHING;
  if (!["queued", "sending", "unsure"].includes(message.state)) return NOTHING;
  if (message.state === "sending" && message.isClaimed) throw new StillSending();
  const end = async (step: Step) => {
    await settle(db, actor, message, step, now);
    return NOTHING;
  };
  const withheld = (why: Reason) => end({ state: "withheld", why });
  // What may be with the gateway is asked after, whatever holds for a new one.
  if (!message.mayHaveGone && message.state === "queued") {
    if (message.until < now) return withheld("too-late");
    if (message.dueAt.getTime() > now.getTime() + 1000) return NOTHING;
    if (message.isRead) return withheld("read");
  }
  const reach =
    message.mayHaveGone && message.sentTo ? { to: message.sentTo } : await reachOf(db, divisionId, message);
  if ("why" in reach)
    return end({ state: reach.why === "bad-address" ? "undeliverable" : "withheld", why: reach.why });
  if (message.state === "queued" && message.urgency !== "urgent") {
    const { quiet, calendar } = await hoursOf(db, actor.place, now);
    const open = firstOpen(quiet[message.channel], calendar, now);
    if (open > now) return postpone(db, actor, message, "quiet", open, now);
  }
  if (!carrier)
    return postpone(db, actor, message, "channel-off", new Date(now.getTime() + CHANNEL_OFF_MS), now);
  const gathered = message.kind === "digest" ? await gatherNews(db, divisionId, message, now) : [];
  if (message.kind === "digest" && gathered.length === 0) return withheld("nothing-left");
  // Whoever was killed while it was in his hands may have handed it over.
  const mayHaveGone = message.mayHaveGone || message.state !== "queued";
  await db.$executeRaw`update message set state = 'sending', why = null, attempts = attempts + 1,
      claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}), first_tried_at = coalesce(first_tried_at, now()),
      may_have_gone = ${mayHaveGone}, sent_to = ${reach.to}, revision = revision + 1
    where division_id = ${divisionId} and id = ${id}::uuid`;
  await note(db, actor, id, "sending", null, now);
  return {
    do: "send",
    message: { ...message, mayHaveGone, attempts: message.attempts + 1 },
    carrier,
    to: reach.to,
    gathered,
  };
}

async function postpone(
  db: Db,
  actor: PlacedActor,
  message: Row,
  why: Reason,
  dueAt: Date,
  now: Date,
): Promise<Task> {
  await db.$executeRaw`update message set why = ${why}, due_at = ${dueAt}, revision = revision + 1
    where division_id = ${actor.place.id} and id = ${message.id}::uuid`;
  await lookAgain(db, actor, [{ messageId: message.id, afterMs: dueAt.getTime() - now.getTime() }]);
  return NOTHING;
}

const note = (
  db: Db,
  actor: PlacedActor,
  messageId: string,
  state: MessageState,
  why: Reason | null,
  now: Date,
) =>
  db.messageEvent.create({
    data: {
      divisionId: actor.place.id,
      id: uuidv7(),
      messageId,
      state,
      why,
      at: now,
      byKey: actor.key,
      byName: actor.name,
    },
  });

/** The address under which the receiver opens what it is about; a personal link is made now and its token kept nowhere. */
async function linkOf(actor: PlacedActor, message: Row, now: Date): Promise<string | null> {
  const { href, linkPurpose, linkRecordId, linkUntil } = message;
  if (!href) return null;
  if (!linkPurpose || !linkRecordId || !linkUntil) return outsideUrl(href);
  const made = await newRecordToken();
  await within(actor, (db) =>
    storeRecordLink(db, actor, made, {
      purpose: linkPurpose,
      recordId: linkRecordId,
      receiver: receiverOf(message),
      expiresAt: linkUntil,
      now,
    }),
  );
  return outsideUrl(href.replace("{token}", made.token));
}

const receiverOf = ({ receiver, personId, officeId, guestName, typedAddress }: Row): string =>
  `${receiver}:${personId ?? officeId ?? typedAddress ?? guestName ?? ""}`;

async function send(
  actor: PlacedActor,
  { message, carrier, to, gathered }: Extract<Task, { do: "send" }>,
  now: Date,
): Promise<Step> {
  const { attempts, mayHaveGone, round, channel, sinceFirstMs } = message;
  const localId = localIdOf(message.id, round);
  const canAsk = carrier.ask !== undefined;
  if (mayHaveGone) {
    if (!carrier.ask) return { state: "dead", why: "may-have-arrived", mayHaveGone: true };
    const next = afterAsking(await carrier.ask(localId), attempts, sinceFirstMs);
    if (next !== "send") return next;
    if (message.until < now) return { state: "withheld", why: "too-late", mayHaveGone: false };
  }
  const link = await linkOf(actor, message, now);
  const words = wordsOf({ ...message, gathered, link });
  const sent = await carrier.send({
    divisionId: actor.place.id,
    messageId: message.id,
    localId,
    to,
    ...words,
    locale: message.locale,
  });
  return afterSending(sent, attempts, canAsk && channel === "sms");
}

async function follow({
  message,
  carrier,
}: Extract<Task, { do: "follow" }>): Promise<{ step: Step | null; againMs?: number }> {
  const told = await carrier.follow?.(message.remoteId ?? "");
  const step = told?.kind === "known" ? afterReport("accepted", told.standing) : null;
  const againMs = step ? undefined : questionAfter(message.asked + 1);
  return againMs === undefined ? { step } : { step, againMs };
}

/**
 * Looks at one message of the place and does what is due: sends it, asks whether it went out, asks whether it arrived, or
 * leaves it for later. However often the job comes and wherever a worker dies, nothing goes out twice: what may be with the
 * gateway is asked after first, and what cannot be asked is left to a person. Throws `StillSending` while another holds it.
 */
export async function sendMessage(actor: PlacedActor, id: string, now = clock()): Promise<void> {
  authorize(actor, "send", "Message");
  const divisionId = actor.place.id;
  const task = await within(actor, (db) => takeUp(db, actor, id, now), { door: true });
  if (task.do === "nothing") return;
  if (task.do === "follow") {
    const { step, againMs } = await follow(task);
    await within(actor, async (db) => {
      const message = await lockMessage(db, divisionId, id);
      if (message?.state !== "accepted") return;
      await db.$executeRaw`update message set asked = asked + 1 where division_id = ${divisionId} and id = ${id}::uuid`;
      if (step) await settle(db, actor, message, step, now);
      else if (againMs !== undefined) await lookAgain(db, actor, [{ messageId: id, afterMs: againMs }]);
    });
    return;
  }
  const step = await send(actor, task, now);
  await within(actor, async (db) => {
    const message = await lockMessage(db, divisionId, id);
    // A report of the gateway may have come first, and another worker may have taken it up meanwhile.
    if (message?.state !== "sending" || message.attempts !== task.message.attempts) return;
    await settle(db, actor, { ...message, sentTo: task.to }, step, now);
  });
}
