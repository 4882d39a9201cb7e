import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { todayIn } from "~/lib/jalali";
import { PersonRegistered } from "../events";
import { enterPerson } from "../people/enter-person.server";
import { refuseTakenMobile, joinCircles } from "../circles/memberships.server";
import { refuseTakenNationalCode } from "../people/national-code.server";
import { refuseNotOffered } from "../people/offered.server";
import { rememberApart } from "../duplicates/pairs.server";
import type { RegisterPerson } from "../schema/people";
import { unlessTwice } from "../people/unique-mobile.server";

/** Takes a person into the county's register, where on the joining path he stands, and into its circles. Refuses a mobile number that another of its people has. */
export async function registerPerson(actor: PlacedActor, input: RegisterPerson, now = clock()) {
  authorize(actor, "register", "Person");
  return unlessTwice(() =>
    within(actor, async (db) => {
      const divisionId = actor.place.id;
      const today = todayIn(now);
      await refuseNotOffered(db, actor, "capacity", input.capacities, today);
      if (input.mobile) await refuseTakenMobile(db, divisionId, input.mobile);
      if (input.nationalCode) await refuseTakenNationalCode(db, divisionId, input.nationalCode.code);
      const { fullName, tier, state, capacities } = input;
      const id = await enterPerson(
        db,
        actor,
        {
          fullName,
          mobile: input.mobile ?? null,
          tier,
          state,
          capacities,
          locality: input.locality ?? null,
          note: input.note ?? null,
          source: input.source ?? null,
          nationalCode: input.nationalCode?.code,
        },
        now,
      );
      await joinCircles(db, actor, id, input.circleIds, today);
      await rememberApart(
        db,
        actor,
        (input.apartFrom ?? []).map((other) => [id, other]),
        now,
      );
      await audit(db, actor, "register", "Person", id);
      await emit(db, actor, PersonRegistered, { personId: id });
      return { id };
    }),
  );
}
