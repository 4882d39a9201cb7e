import { doorActor } from "~/areas/identity/door.server";
import { within } from "~/kernel/db.server";
import { CHANNELS, TOPICS } from "../choices";
import type { SettleWishes } from "../schema";

/** Keeps what an account wishes to hear outside of the pages, and where; what it leaves open stays as it is by itself. */
export async function settleWishes(accountId: string, input: SettleWishes): Promise<void> {
  const said = TOPICS.flatMap((topic) =>
    CHANNELS.flatMap((channel) => {
      const choice = input[`${topic}-${channel}`];
      return choice ? [{ topic, channel, choice }] : [];
    }),
  );
  await within(doorActor, async (db) => {
    await db.$executeRaw`insert into message_account (account_id, email, digest)
      values (${accountId}::uuid, ${input.email ?? null}, ${input.digest})
      on conflict (account_id) do update set email = excluded.email, digest = excluded.digest,
        revision = message_account.revision + 1`;
    await db.$executeRaw`insert into message_preference (account_id, topic, channel, choice)
      select ${accountId}::uuid, s.topic, s.channel, s.choice
      from unnest(${said.map((one) => one.topic)}::text[], ${said.map((one) => one.channel)}::text[],
        ${said.map((one) => one.choice)}::text[]) as s (topic, channel, choice)
      on conflict (account_id, topic, channel) do update set choice = excluded.choice`;
  });
}
