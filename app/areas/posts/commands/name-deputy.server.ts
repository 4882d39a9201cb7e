import { newLink, storePasswordLink } from "~/areas/identity/door.server";
import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, daysBetween, todayIn, type IsoDate } from "~/lib/jalali";
import { accountForPost } from "../account-for-post.server";
import { DeputyNamed } from "../events";
import { lockPost } from "../reach.server";
import type { NameDeputy } from "../schema";

/** The farthest a deputyship may begin ahead and the longest it may last, in days. */
const YEAR = 366;

type Days = { divisionId: number; startsOn: IsoDate; endsOn: IsoDate };
type Holder = { id: string; accountId: string };

/** Who holds the post through all of these days, or null when nobody does on any of them. */
async function holderThrough(db: Db, postId: string, days: Days): Promise<Holder | null> {
  const { divisionId, startsOn, endsOn } = days;
  const rows = await db.$queryRaw<(Holder & { isThrough: boolean })[]>`
    select id::text, account_id::text as "accountId",
      starts_on <= ${startsOn}::date and (ends_on is null or ends_on >= ${endsOn}::date) as "isThrough"
    from appointment where division_id = ${divisionId} and post_id = ${postId}::uuid and ended_at is null
      and starts_on <= ${endsOn}::date and (ends_on is null or ends_on >= ${startsOn}::date)
    order by starts_on limit 2`;
  const [first] = rows;
  if (!first) return null;
  if (!first.isThrough) throw new Refusal("conflict", "posts.deputy.beyond-term", { field: "endsOn" });
  return first;
}

async function refuseOverlap(db: Db, postId: string, accountId: string, days: Days): Promise<void> {
  const { divisionId, startsOn, endsOn } = days;
  const others = await db.$queryRaw<{ isSamePost: boolean }[]>`
    select post_id = ${postId}::uuid as "isSamePost" from deputy
    where division_id = ${divisionId} and (post_id = ${postId}::uuid or account_id = ${accountId}::uuid)
      and ended_at is null and starts_on <= ${endsOn}::date and ends_on >= ${startsOn}::date
    order by 1 desc limit 1`;
  const [other] = others;
  if (!other) return;
  const [code, field] = other.isSamePost
    ? ["posts.deputy.overlaps", "startsOn"]
    : ["posts.deputy.acts-already", "mobile"];
  throw new Refusal("conflict", code, { field });
}

/**
 * Names who acts for a post from day to day: its holder does it, or the level above, which alone does so for a post that
 * nobody holds. A deputy names no other. Account and link as with an appointment (`appointHolder`): `path` is the one-time
 * link, where one was made; `known` the name that the number's account carries, where it is another one.
 */
export async function nameDeputy(
  actor: Actor,
  target: { divisionId: number; postId: string },
  input: NameDeputy,
  now = clock(),
): Promise<{ id: string; path: string | undefined; known: string | undefined }> {
  const { divisionId, postId } = target;
  const { fullName, mobile, orderNumber, startsOn, endsOn } = input;
  const days = { divisionId, startsOn, endsOn };
  const today = todayIn(now);
  if (startsOn < today) throw new Refusal("invalid", "form.date.in-past", { field: "startsOn" });
  if (startsOn > addDays(today, YEAR))
    throw new Refusal("invalid", "posts.starts-too-late", { field: "startsOn" });
  if (daysBetween(startsOn, endsOn) >= YEAR)
    throw new Refusal("invalid", "posts.deputy.too-long", { field: "endsOn" });
  const link = await newLink();
  let issued = false;
  let known: string | undefined;

  const { id } = await within(
    actor,
    async (db) => {
      const post = await lockPost(db, actor, divisionId, postId);
      // Nobody is named for two posts of the place at the same moment.
      await db.$queryRaw`select from post where division_id = ${divisionId} order by id for update`;
      const holder = await holderThrough(db, postId, days);
      authorize(actor, "name-deputy", "Post", { ...post, heldBy: holder?.id });
      const named = { fullName, mobile, divisionId, startsOn };
      const account = await accountForPost(db, actor, named, {
        code: "posts.deputy.oneself",
        isHe: (accountId) => accountId === actor.accountId || accountId === holder?.accountId,
      });
      await refuseOverlap(db, postId, account.id, days);
      known = account.known;

      const id = uuidv7();
      await db.deputy.create({
        data: {
          divisionId,
          id,
          postId,
          appointmentId: holder?.id ?? null,
          accountId: account.id,
          deputyName: fullName,
          orderNumber: orderNumber ?? null,
          startsOn: dateOf(startsOn),
          endsOn: dateOf(endsOn),
          namedByKey: actor.key,
          namedByName: actor.name,
        },
      });
      if (account.isFree) {
        await storePasswordLink(db, link, {
          kind: "set-password",
          accountId: account.id,
          createdByKey: actor.key,
        });
        issued = true;
      }
      await audit(db, actor, "name-deputy", "Deputy", id);
      await emit(db, actor, DeputyNamed, { divisionId, deputyId: id });
      return { id };
    },
    { door: true },
  );
  return { id, path: issued ? link.path : undefined, known };
}
