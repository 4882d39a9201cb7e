import { newLink, storePasswordLink } from "~/areas/identity/door.server";
import { isOwnHand, type Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { accountForPost } from "../account-for-post.server";
import { letDeputiesGo } from "../deputies.server";
import { HolderAppointed } from "../events";
import { reachPost } from "../reach.server";
import type { Appoint } from "../schema";
import { duringTerm, refuseTerm } from "../term";

/**
 * Appoints a person to a vacant post one level below. A mobile number that has an account keeps it; otherwise one is
 * opened. `path` is the one-time link for setting a password: handed to the appointer once, and only while nothing but
 * appointments below him hangs on an account that has no password yet. `known` is the name that the number's account
 * carries, where it is another one: the appointer should look whether it is the same person.
 */
export async function appointHolder(
  actor: Actor,
  target: { divisionId: number; postId: string },
  input: Appoint,
  now = clock(),
): Promise<{ id: string; path: string | undefined; known: string | undefined }> {
  const { divisionId, postId } = target;
  const { fullName, mobile, orderNumber, startsOn, endsOn } = input;
  refuseTerm({ startsOn, endsOn }, todayIn(now));
  const link = await newLink();
  let issued = false;
  let known: string | undefined;

  const { id } = await within(
    actor,
    async (db) => {
      await reachPost(db, actor, "appoint", divisionId, postId);
      const overlapping = await db.appointment.count({
        where: {
          divisionId,
          postId,
          ...duringTerm(input),
        },
      });
      if (overlapping > 0) throw new Refusal("conflict", "posts.not-vacant", { field: "startsOn" });
      const named = { fullName, mobile, divisionId, startsOn };
      const account = await accountForPost(db, actor, named, {
        code: "posts.oneself",
        isHe: (accountId) => isOwnHand(actor, accountId),
      });
      known = account.known;

      const id = uuidv7();
      await db.appointment.create({
        data: {
          divisionId,
          id,
          postId,
          accountId: account.id,
          holderName: fullName,
          orderNumber,
          startsOn: dateOf(startsOn),
          endsOn: endsOn === undefined ? null : dateOf(endsOn),
          createdByKey: actor.key,
        },
      });
      // Whoever acts for the vacant post does so until its holder begins.
      await letDeputiesGo(db, { divisionId, postId, appointmentId: null }, startsOn, now);
      if (account.isFree) {
        await storePasswordLink(db, link, {
          kind: "set-password",
          accountId: account.id,
          createdByKey: actor.key,
        });
        issued = true;
      }
      await audit(db, actor, "appoint", "Appointment", id, [], actor.place?.id ?? divisionId);
      await emit(db, actor, HolderAppointed, { divisionId, appointmentId: id });
      return { id };
    },
    { door: actor.kind === "staff" },
  );
  return { id, path: issued ? link.path : undefined, known };
}
