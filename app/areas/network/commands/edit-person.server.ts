import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { PersonEdited } from "../events";
import { refuseTakenMobile, settleMemberships } from "../circles/memberships.server";
import { keptNationalCode, refuseTakenNationalCode } from "../people/national-code.server";
import { refuseNotOffered } from "../people/offered.server";
import type { EditPerson } from "../schema/people";
import { unlessTwice } from "../people/unique-mobile.server";

/** Fields in which two editors may differ, as the form names them. */
const FIELDS = ["fullName", "mobile", "tier", "locality", "source", "note", "noContact"] as const;

/** A field as its form shows it. */
const shownText = (value: string | boolean | null) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : (value ?? "");

/** Changes what is known of a person. Whoever comes second is refused with `conflict` and sees both texts. */
export async function editPerson(actor: PlacedActor, personId: string, input: EditPerson, now = clock()) {
  authorize(actor, "edit", "Person");
  return unlessTwice(() =>
    within(actor, async (db) => {
      const key = { divisionId: actor.place.id, id: personId };
      const saved = await db.person.findUnique({ where: { divisionId_id: key } });
      if (!saved) throw new Refusal("missing", "refusal.missing");
      if (saved.erasedAt) throw new Refusal("conflict", "network.erased");
      const added = input.capacities.filter((one) => !saved.capacities.includes(one));
      await refuseNotOffered(db, actor, "capacity", added, todayIn(now));
      if (input.mobile) await refuseTakenMobile(db, key.divisionId, input.mobile, personId);
      const code = input.nationalCode?.code;
      if (code) await refuseTakenNationalCode(db, key.divisionId, code, personId);
      const kept = code
        ? keptNationalCode(key.divisionId, personId, code)
        : input.withoutNationalCode
          ? { nationalCodeSealed: null, nationalCodeHash: null }
          : {};
      const words = {
        fullName: input.fullName,
        mobile: input.mobile ?? null,
        tier: input.tier,
        locality: input.locality ?? null,
        source: input.source ?? null,
        note: input.note ?? null,
        noContact: input.noContact,
      };
      const { count } = await db.person.updateMany({
        where: { ...key, revision: input.revision },
        data: {
          ...words,
          ...kept,
          capacities: input.capacities,
          searchKey: searchKey(words.fullName),
          revision: { increment: 1 },
        },
      });
      if (count === 0) {
        const theirs = await db.person.findUniqueOrThrow({ where: { divisionId_id: key } });
        throw new Refusal("conflict", "refusal.changed", {
          theirs: Object.fromEntries(FIELDS.map((field) => [field, shownText(theirs[field])])),
          revision: theirs.revision,
        });
      }
      await settleMemberships(db, actor, personId, input.circleIds, todayIn(now));
      const changed = FIELDS.filter((field) => saved[field] !== words[field]);
      const others = [
        ...("nationalCodeHash" in kept ? ["national_code"] : []),
        ...(saved.capacities.join() === input.capacities.join() ? [] : ["capacities"]),
      ];
      await audit(db, actor, "edit", "Person", personId, [...changed, ...others]);
      await emit(db, actor, PersonEdited, { personId });
      return { id: personId };
    }),
  );
}
