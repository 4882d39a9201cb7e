import { keepOfficesStanding } from "~/areas/bodies/door.server";
import { findOffice } from "~/areas/bodies/queries.server";
import { newLink, storePasswordLink } from "~/areas/identity/door.server";
import { accountForPost, duringTerm, refuseTerm, standsIn } from "~/areas/posts/door.server";
import { isOwnHand, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { OfficerAppointed } from "../events";
import { isOnlyOfficer } from "../is-only-officer.server";
import type { AppointOfficer } from "../schema";
import { USUAL_TITLES } from "../usual-titles";

/**
 * Appoints a person to a post of an office of the actor's place: his account acts for the office and for nothing else.
 * Nobody who works in the place or above it is appointed, for he could verify what he himself reports. `path` is the
 * one-time link for setting a password: given once, and only while nothing else hangs on an account without a password.
 * `known` is the name that the number's account carries, where it is another one.
 */
export async function appointOfficer(
  actor: PlacedActor,
  officeId: string,
  input: AppointOfficer,
  now = clock(),
): Promise<{ id: string; path: string | undefined; known: string | undefined }> {
  const { kind, fullName, mobile, orderNumber, startsOn, endsOn } = input;
  const { place } = actor;
  const divisionId = place.id;
  refuseTerm({ startsOn, endsOn }, todayIn(now));
  const link = await newLink();
  let issued = false;
  let known: string | undefined;

  const { id } = await within(
    actor,
    async (db) => {
      await keepOfficesStanding(db, place);
      const office = await findOffice(db, divisionId, officeId);
      if (!office) throw new Refusal("missing", "refusal.missing");
      authorize(actor, "appoint", "OfficePost", office);
      await db.$queryRaw`select from office where division_id = ${divisionId} and id = ${officeId}::uuid for update`;
      const overlapping = await db.officeAppointment.count({
        where: {
          divisionId,
          officeId,
          kind,
          ...duringTerm(input),
        },
      });
      if (overlapping > 0) throw new Refusal("conflict", "posts.not-vacant", { field: "startsOn" });
      const named = { fullName, mobile, divisionId, startsOn };
      const account = await accountForPost(db, actor, named, {
        code: "posts.oneself",
        isHe: (accountId) => isOwnHand(actor, accountId),
      });
      if (await standsIn(db, account.id, [divisionId], startsOn))
        throw new Refusal("invalid", "officers.works-here", { field: "mobile" });
      known = account.known;
      const isFree = account.isFree && (await isOnlyOfficer(db, actor, account.id));

      const id = uuidv7();
      await db.officeAppointment.create({
        data: {
          divisionId,
          id,
          officeId,
          kind,
          ...USUAL_TITLES[kind],
          accountId: account.id,
          holderName: fullName,
          orderNumber,
          startsOn: dateOf(startsOn),
          endsOn: endsOn === undefined ? null : dateOf(endsOn),
          createdByKey: actor.key,
        },
      });
      if (isFree) {
        await storePasswordLink(db, link, {
          kind: "set-password",
          accountId: account.id,
          createdByKey: actor.key,
        });
        issued = true;
      }
      await audit(db, actor, "appoint", "OfficePost", id);
      await emit(db, actor, OfficerAppointed, { divisionId, appointmentId: id });
      return { id };
    },
    { door: true },
  );
  return { id, path: issued ? link.path : undefined, known };
}
