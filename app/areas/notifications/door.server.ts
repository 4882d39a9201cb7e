import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { Prisma, type Db } from "~/kernel/db.server";
import { digestId } from "~/kernel/digest-id.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { parseMobile, uuidv7 } from "~/lib/identifiers";
import type { Channel, News, Urgency, Vars } from "./choices";
import { NewsTold } from "./events";
import { putDown, type NewMessage } from "./new-messages.server";
import { fitsSms, MOST_PARTS } from "./sms-text";

/** To whom something is said. */
export type Receiver =
  /** Staff of the place or, with `officeId`, an officer of its office: on his pages, and outside of them as he wishes. */
  | { kind: "account"; accountId: string; officeId?: string }
  /** Somebody of the place's network: by SMS, unless he bars it. */
  | { kind: "person"; personId: string }
  /** An office that has no officer with an account: by the e-mail or mobile number of its page. */
  | { kind: "office"; officeId: string }
  /** Anybody else, as the invitation names him. */
  | { kind: "guest"; name: string; mobile?: string; email?: string };

export type ToSay = {
  receiver: Receiver;
  /** A kind of `choices.ts` with a sentence `notifications.KIND` in `messages.ts`. */
  kind: News;
  /** Variables of the sentence: nothing about a person. `nameFa`/`nameEn` is the place, `day` an ISO day. */
  params: Vars;
  /**
   * Where it leads, from the place on (`/meetings/…`). With `link` it is the address of the door for whoever has no account,
   * and `{token}` in it becomes the token of the link: `/invitation/{token}`. Null where there is nothing to open any more.
   */
  href: string | null;
  /** A personal link for this receiver and record, made anew when the message goes: only its hash is kept. */
  link?: { purpose: string; recordId: string; until: Date };
  /** Words of somebody's own in place of the sentence; `refuseLongSms` says first whether they fit. */
  ownText?: string;
  locale?: "fa" | "en";
  /** As `choices.ts` says for the kind, unless it is said here. */
  urgency?: Urgency;
  /** Not before; at once where it is missing. */
  dueAt?: Date;
  /** Not after: an invitation that comes after the meeting is none. A week after it is due where it is missing. */
  until?: Date;
  /** What it is about (`meeting:ID`), so that what has not gone yet can be called off. */
  about?: string;
  /** One of many to whom the record is said, as an invitation of the meeting: called off by itself as well. */
  part?: string;
  /** Whatever is put down twice with the same words here, for the same receiver, is said once. */
  once?: string;
};

/** Who hears it, as text: the same for the same receiver. */
export const receiverKey = (receiver: Receiver): string => {
  switch (receiver.kind) {
    case "account":
      return `account:${receiver.accountId}`;
    case "person":
      return `person:${receiver.personId}`;
    case "office":
      return `office:${receiver.officeId}`;
    case "guest":
      return `guest:${receiver.mobile ?? receiver.email ?? receiver.name}`;
  }
};

/** The room that a link takes at most, for a text that is checked before there is one. */
const LINK_ROOM = "https://www.example.ir/invitation/".padEnd(90, "x");

/**
 * Refuses words of somebody's own that do not fit an SMS with its link: `invalid`, `notifications.sms.too-long`, beside the
 * field.
 */
export function refuseLongSms(text: string, { hasLink, field }: { hasLink: boolean; field: string }): void {
  if (!fitsSms(text, hasLink ? LINK_ROOM : null))
    throw new Refusal("invalid", "notifications.sms.too-long", { params: { parts: MOST_PARTS }, field });
}

type Outside = Exclude<Receiver, { kind: "account" }>;

/** By which way whoever has no account is written to. */
function wayTo(
  receiver: Outside,
  pages: ReadonlyMap<string, OfficePage>,
): Pick<NewMessage, "channel" | "typedAddress"> {
  switch (receiver.kind) {
    case "person":
      return { channel: "sms" };
    case "office": {
      const page = pages.get(receiver.officeId);
      return { channel: !page?.email && page?.phone && parseMobile(page.phone) ? "sms" : "email" };
    }
    case "guest": {
      const { mobile, email } = receiver;
      const channel: Channel = mobile || !email ? "sms" : "email";
      const typedAddress = channel === "sms" ? mobile : email;
      return { channel, ...(typedAddress ? { typedAddress } : {}) };
    }
  }
}

type OfficePage = { id: string; email: string | null; phone: string | null };

async function pagesOf(db: Db, divisionId: number, receivers: readonly Outside[]) {
  const ids = receivers.flatMap((one) => (one.kind === "office" ? [one.officeId] : []));
  if (ids.length === 0) return new Map<string, OfficePage>();
  const rows = await db.$queryRaw<OfficePage[]>`select id::text, email, phone from office
    where division_id = ${divisionId} and id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

const named = (receiver: Outside) => ({
  receiver: receiver.kind,
  ...(receiver.kind === "person" && { personId: receiver.personId }),
  ...(receiver.kind === "office" && { officeId: receiver.officeId }),
  ...(receiver.kind === "guest" && { guestName: receiver.name }),
});

/**
 * Has something said to each of these, in the caller's open unit of work: it is said exactly if the fact stands, and to each
 * once. Whoever has an account hears it on his pages at once, and outside of them as he wishes; the others get one message
 * by SMS or e-mail when it is due, no quiet hour or closed day is, and nobody barred it. One statement however many they are.
 *
 * Answers the ids of the new messages. Nothing is sent in here: a reaction does it.
 */
export async function queueMessages(
  db: Db,
  actor: PlacedActor,
  list: readonly ToSay[],
  now: Date = clock(),
): Promise<string[]> {
  const divisionId = actor.place.id;
  const outside = list.flatMap((one) =>
    one.receiver.kind === "account" ? [] : [{ ...one, receiver: one.receiver }],
  );
  const pages = await pagesOf(
    db,
    divisionId,
    outside.map(({ receiver }) => receiver),
  );
  const ids = await putDown(
    db,
    actor,
    outside.map(({ receiver, once, href, link, part, ...one }) => ({
      ...one,
      ...(part === undefined ? {} : { aboutPart: part }),
      ...named(receiver),
      ...wayTo(receiver, pages),
      href: link || href === null ? href : `/${divisionId}${href}`,
      ...(link ? { link } : {}),
      ...(once === undefined ? {} : { onceKey: `${once}:${receiverKey(receiver)}` }),
    })),
    now,
  );
  await tellAccounts(db, actor, list, now);
  return ids;
}

/** What those with an account find on their pages. */
async function tellAccounts(db: Db, actor: PlacedActor, list: readonly ToSay[], now: Date): Promise<void> {
  const divisionId = actor.place.id;
  const ids = await Promise.all(
    list.map(({ once, receiver }) =>
      once === undefined
        ? Promise.resolve(uuidv7())
        : digestId((hash) => void hash.update([divisionId, once, receiverKey(receiver)].join(" "))),
    ),
  );
  const rows = list.flatMap(({ receiver, kind, params, href, about, part, until }, index) =>
    receiver.kind === "account"
      ? [
          {
            divisionId,
            id: ids[index] ?? uuidv7(),
            accountId: receiver.accountId,
            officeId: receiver.officeId ?? null,
            key: kind,
            params,
            href: receiver.officeId
              ? `/${divisionId}/office/${receiver.officeId}${href ?? "/notifications"}`
              : `/${divisionId}${href ?? "/notifications"}`,
            about: about ?? null,
            aboutPart: part ?? null,
            until: until ?? null,
            createdAt: now,
          },
        ]
      : [],
  );
  if (rows.length === 0) return;
  await db.notification.createMany({ data: rows, skipDuplicates: true });
  await emit(db, actor, NewsTold, { notificationIds: rows.map(({ id }) => id) });
}

/**
 * Calls off what has not gone yet of everything about one record, in the caller's open unit of work: reminders of a
 * meeting that was cancelled or moved. With `part`, of what was said to one of many alone; with `kind`, of that kind alone.
 * What stands on somebody's pages stays there and is carried out of them no more. Answers how many messages.
 */
export async function withdrawMessages(
  db: Db,
  actor: PlacedActor,
  about: string,
  now: Date = clock(),
  { part, kind }: { part?: string; kind?: News } = {},
): Promise<number> {
  const divisionId = actor.place.id;
  const narrowed = Prisma.sql`${part === undefined ? Prisma.empty : Prisma.sql`and about_part = ${part}`}
    ${kind === undefined ? Prisma.empty : Prisma.sql`and kind = ${kind}`}`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    update message set state = 'withheld', why = 'called-off', settled_at = ${now}, revision = revision + 1
    where division_id = ${divisionId} and about = ${about} and state = 'queued' and not may_have_gone ${narrowed}
    returning id::text`;
  // What a worker holds just now is not sent again after it came back undone.
  await db.$executeRaw`update message set until = ${now}
    where division_id = ${divisionId} and about = ${about} and state in ('queued', 'sending', 'unsure') ${narrowed}`;
  await db.$executeRaw`update notification set until = ${now}
    where division_id = ${divisionId} and about = ${about} and (until is null or until > ${now})
      ${part === undefined ? Prisma.empty : Prisma.sql`and about_part = ${part}`}
      ${kind === undefined ? Prisma.empty : Prisma.sql`and key = ${kind}`}`;
  await db.messageEvent.createMany({
    data: rows.map(({ id }) => ({
      divisionId,
      id: uuidv7(),
      messageId: id,
      state: "withheld",
      why: "called-off",
      at: now,
      byKey: actor.key,
      byName: actor.name,
    })),
  });
  return rows.length;
}

/**
 * To which of many (`part`) a record has been said so that they may know of it: it stands on their pages, or a message may
 * have gone. Whoever's message still waited when it was called off is none of them. With `mobile`, only messages to a number
 * that somebody typed count.
 */
export async function partsReached(
  db: Db,
  divisionId: number,
  about: string,
  parts: readonly string[],
  { mobile }: { mobile?: string } = {},
): Promise<Set<string>> {
  const to = mobile === undefined ? Prisma.empty : Prisma.sql`and typed_address = ${mobile}`;
  const rows = await db.$queryRaw<{ part: string }[]>`
    select about_part as part from message where division_id = ${divisionId} and about = ${about}
      and about_part = any(${[...parts]}) and (may_have_gone or state in ('sending', 'accepted', 'delivered')) ${to}
    union select about_part from notification where division_id = ${divisionId} and about = ${about}
      and about_part = any(${[...parts]})`;
  return new Set(rows.map(({ part }) => part));
}
