import { doorActor } from "~/areas/identity/door.server";
import { within } from "~/kernel/db.server";
import { CHANNELS, TOPICS, wishByDefault, type Rhythm, type Wish } from "./choices";
import { wishesOf } from "./receiver.server";

export type WishesPage = {
  email: string | null;
  mobile: string | null;
  digest: Rhythm;
  wishes: Record<string, Wish>;
};

/** What an account wishes to hear outside of the pages; where it said nothing, what holds by itself for most of it. */
export async function getWishes(accountId: string): Promise<WishesPage> {
  const account = await within(doorActor, async (db) => (await wishesOf(db, [accountId])).get(accountId), {
    readOnly: true,
  });
  return {
    email: account?.email ?? null,
    mobile: account?.mobile ?? null,
    digest: account?.digest ?? "daily",
    wishes: Object.fromEntries(
      TOPICS.flatMap((topic) =>
        CHANNELS.map((channel) => {
          const kind = topic === "meetings" ? "meeting-invited" : topic;
          return [`${topic}-${channel}`, account?.saidOf(topic, channel) ?? wishByDefault(kind, channel)];
        }),
      ),
    ),
  };
}
