import type { PlacedActor } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { reactOnce } from "~/kernel/reaction.server";
import { CHANNELS, type Channel, type Vars } from "../choices";
import { hoursOf } from "../hours.server";
import { putDown, type NewMessage } from "../new-messages.server";
import { nextDigest } from "../quiet";
import { addressOf } from "../address";
import { wishesOf, type AccountWishes } from "../receiver.server";

type Told = {
  id: string;
  accountId: string;
  officeId: string | null;
  key: string;
  params: Vars;
  href: string;
  about: string | null;
  aboutPart: string | null;
  until: Date | null;
};

const hasWay = (account: AccountWishes, channel: Channel) =>
  addressOf(channel, channel === "sms" ? account.mobile : account.email) !== null;

/**
 * Carries out of the pages what was told on them, to whoever wishes to have it: by itself, or into what is gathered for him
 * until its hour. Who has no address there is told on the pages alone.
 */
export async function carryNews(
  actor: PlacedActor,
  eventId: string,
  notificationIds: readonly string[],
  now = clock(),
): Promise<boolean> {
  authorize(actor, "send", "Message");
  const divisionId = actor.place.id;
  return reactOnce(
    actor,
    eventId,
    "carry-news",
    async (db) => {
      const told = await db.$queryRaw<Told[]>`
        select id::text, account_id::text as "accountId", office_id::text as "officeId", key, params, href,
          about, about_part as "aboutPart", until from notification
        where division_id = ${divisionId} and id = any(${[...notificationIds]}::uuid[]) and read_at is null
          and (until is null or until > ${now})`;
      if (told.length === 0) return;
      const wishes = await wishesOf(
        db,
        told.map(({ accountId }) => accountId),
      );
      const hours = await hoursOf(db, actor.place, now);
      const messages: NewMessage[] = [];
      const alone = new Map<NewMessage, string>();
      for (const news of told) {
        const account = wishes.get(news.accountId);
        if (!account || account.isDisabled) continue;
        const locale = account.locale === "en" ? "en" : "fa";
        for (const channel of CHANNELS.filter((one) => hasWay(account, one))) {
          const wish = account.wishOf(news.key, channel);
          if (wish === "off") continue;
          if (wish === "digest") {
            const dueAt = nextDigest(account.digest, hours.quiet[channel], hours.calendar, now);
            messages.push({
              channel,
              kind: "digest",
              params: {},
              href: "/",
              receiver: "account",
              accountId: news.accountId,
              locale,
              dueAt,
            });
            continue;
          }
          const message: NewMessage = {
            channel,
            kind: news.key as NewMessage["kind"],
            params: news.params,
            href: news.href,
            receiver: "account",
            accountId: news.accountId,
            ...(news.officeId ? { officeId: news.officeId } : {}),
            locale,
            onceKey: `news:${news.id}:${channel}`,
            ...(news.about ? { about: news.about } : {}),
            ...(news.aboutPart ? { aboutPart: news.aboutPart } : {}),
            ...(news.until ? { until: news.until } : {}),
          };
          messages.push(message);
          alone.set(message, news.id);
        }
      }
      await putDown(db, actor, messages, now);
      // What goes out by itself is in no digest.
      await db.$executeRaw`update notification n set told_in = m.id from message m
        where n.division_id = ${divisionId} and n.id = any(${[...new Set(alone.values())]}::uuid[]) and n.told_in is null
          and m.division_id = ${divisionId} and m.once_key = any (array['news:' || n.id || ':email', 'news:' || n.id || ':sms'])`;
    },
    { door: true },
  );
}
