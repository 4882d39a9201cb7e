import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { emitLater } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { urgencyOf, type Channel, type MessageKind, type Urgency, type Vars } from "./choices";
import { MessageDue } from "./events";

/** Days after which a message that could not go out is not sent any more. */
const DAYS_KEPT = 7;

export type NewMessage = {
  channel: Channel;
  kind: MessageKind;
  params: Vars;
  href: string | null;
  receiver: "account" | "person" | "office" | "guest";
  accountId?: string;
  personId?: string;
  officeId?: string;
  guestName?: string;
  typedAddress?: string;
  ownText?: string;
  locale?: "fa" | "en";
  urgency?: Urgency;
  dueAt?: Date;
  until?: Date;
  about?: string;
  aboutPart?: string;
  onceKey?: string;
  link?: { purpose: string; recordId: string; until: Date };
};

/**
 * Puts messages down to be sent, with the event that has each looked at when it is due. One whose `onceKey` is known
 * already is not put down again. Answers the ids of the new ones.
 */
export async function putDown(
  db: Db,
  actor: PlacedActor,
  messages: readonly NewMessage[],
  now: Date,
): Promise<string[]> {
  if (messages.length === 0) return [];
  const rows = messages.map((one) => ({
    id: uuidv7(),
    channel: one.channel,
    kind: one.kind,
    urgency: one.urgency ?? urgencyOf(one.kind),
    params: one.params,
    href: one.href,
    own_text: one.ownText ?? null,
    locale: one.locale ?? "fa",
    receiver: one.receiver,
    account_id: one.accountId ?? null,
    person_id: one.personId ?? null,
    office_id: one.officeId ?? null,
    guest_name: one.guestName ?? null,
    typed_address: one.typedAddress ?? null,
    due_at: (one.dueAt ?? now).toISOString(),
    until: (one.until ?? new Date((one.dueAt ?? now).getTime() + DAYS_KEPT * 86_400_000)).toISOString(),
    about: one.about ?? null,
    about_part: one.aboutPart ?? null,
    once_key: one.onceKey ?? null,
    link_purpose: one.link?.purpose ?? null,
    link_record_id: one.link?.recordId ?? null,
    link_until: one.link?.until.toISOString() ?? null,
  }));
  const put = await db.$queryRaw<{ id: string; dueAt: Date }[]>`
    insert into message (division_id, id, channel, kind, urgency, params, href, own_text, locale, receiver, account_id, person_id,
      office_id, guest_name, typed_address, state, due_at, until, about, about_part, once_key, link_purpose,
      link_record_id, link_until, created_at, created_by_key, created_by_name)
    select ${actor.place.id}, id, channel, kind, urgency, params, href, own_text, locale, receiver, account_id, person_id,
      office_id, guest_name, typed_address, 'queued', due_at, until, about, about_part, once_key, link_purpose,
      link_record_id, link_until, ${now}, ${actor.key}, ${actor.name}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, channel text, kind text, urgency text, params jsonb,
      href text, own_text text, locale text, receiver text, account_id uuid, person_id uuid, office_id uuid, guest_name text,
      typed_address text, due_at timestamptz, until timestamptz, about text, about_part text, once_key text, link_purpose text,
      link_record_id uuid, link_until timestamptz)
    on conflict do nothing returning id::text, due_at as "dueAt"`;
  await db.messageEvent.createMany({
    data: put.map(({ id }) => ({
      divisionId: actor.place.id,
      id: uuidv7(),
      messageId: id,
      state: "queued",
      at: now,
      byKey: actor.key,
      byName: actor.name,
    })),
  });
  await lookAgain(
    db,
    actor,
    put.map(({ id, dueAt }) => ({ messageId: id, afterMs: dueAt.getTime() - now.getTime() })),
  );
  return put.map(({ id }) => id);
}

/** Has messages looked at when their time has come. */
export async function lookAgain(
  db: Db,
  actor: PlacedActor,
  messages: readonly { messageId: string; afterMs: number }[],
): Promise<void> {
  await emitLater(
    db,
    actor,
    MessageDue,
    messages.map(({ messageId, afterMs }) => ({ payload: { messageId }, afterMs })),
  );
}
