import { findAccount, openAccount } from "~/areas/identity/door.server";
import type { Actor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { isOnlyBelow, standsAbove } from "./reach.server";

type Named = { fullName: string; mobile: string; divisionId: number; startsOn: IsoDate };

/**
 * The account of whoever is named to hold a post or to act for one, opened where the number has none. Refuses the namer
 * himself (`oneself`), an account that is not for posts, and whoever stands above the place.
 * `known` is the name that the account carries, where it is another one; `isFree` says whether a link that sets its
 * password is the actor's to hand out.
 */
export async function accountForPost(
  db: Db,
  actor: Actor,
  { fullName, mobile, divisionId, startsOn }: Named,
  oneself: { code: string; isHe: (accountId: string) => boolean },
): Promise<{ id: string; known: string | undefined; isFree: boolean }> {
  const namer = actor.accountId ? await findAccount(db, actor.accountId) : undefined;
  const account = await openAccount(db, { mobile, fullName, isSample: namer?.isSample ?? false });
  if (oneself.isHe(account.id)) throw new Refusal("invalid", oneself.code, { field: "mobile" });
  // An administrator holds no post, and an account that was closed is not opened again by the way.
  if (account.isAdministrator || account.isDisabled)
    throw new Refusal("invalid", "posts.account-not-for-posts", { field: "mobile" });
  if (await standsAbove(db, account.id, { divisionId, startsOn }))
    throw new Refusal("invalid", "posts.from-above", { field: "mobile" });
  return {
    id: account.id,
    known: searchKey(account.fullName) === searchKey(fullName) ? undefined : account.fullName,
    isFree: !account.hasPassword && (await isOnlyBelow(db, actor, account.id)),
  };
}
