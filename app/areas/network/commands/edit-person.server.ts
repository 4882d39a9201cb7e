import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import { PersonEdited } from "../events";
import { joinCircles, leaveCircles, refuseTakenMobile } from "../circles/memberships.server";
import { keptNationalCode, refuseTakenNationalCode } from "../people/national-code.server";
import { refuseNotOffered } from "../people/offered.server";
import type { EditPerson } from "../schema/people";
import { unlessTwice } from "../people/unique-mobile.server";

/** Fields in which two editors may differ, as the form names them. */
const FIELDS = ["fullName", "mobile", "tier", "locality", "source", "note", "noContact"] as const;

/** A field as its form shows it. */
const shownText = (value: string | boolean | null) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : (value ?? "");

/** What was ticked and unticked in a form since it was opened. */
const changeOf = (before: readonly string[], now: readonly string[]) => ({
  added: now.filter((one) => !before.includes(one)),
  taken: before.filter((one) => !now.includes(one)),
});

/** Changes what is known of a person. Whoever comes second is refused with `conflict` and sees both texts. */
export async function editPerson(actor: PlacedActor, personId: string, input: EditPerson, now = clock()) {
  authorize(actor, "edit", "Person");
  return unlessTwice(() =>
    within(actor, async (db) => {
      const key = { divisionId: actor.place.id, id: personId };
      const saved = await db.person.findUnique({ where: { divisionId_id: key } });
      if (!saved) throw new Refusal("missing", "refusal.missing");
      if (saved.erasedAt) throw tooLate("network.erased");
      // What a colleague added or took away meanwhile stays so: only what this form changed is changed.
      const circles = changeOf(input.circlesBefore, input.circleIds);
      const chosen = changeOf(input.capacitiesBefore, input.capacities);
      const added = chosen.added.filter((one) => !saved.capacities.includes(one));
      const capacities = [...saved.capacities.filter((one) => !chosen.taken.includes(one)), ...added];
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
          capacities,
          searchKey: searchKey(words.fullName),
          revision: { increment: 1 },
        },
      });
      if (count === 0) {
        const theirs = await db.person.findUniqueOrThrow({
          where: { divisionId_id: key },
          include: { memberships: { where: { toOn: null } } },
        });
        throw new Refusal("conflict", "refusal.changed", {
          theirs: {
            ...Object.fromEntries(FIELDS.map((field) => [field, shownText(theirs[field])])),
            capacities: theirs.capacities.join(),
            circleIds: theirs.memberships.map(({ circleId }) => circleId).join(),
          },
          revision: theirs.revision,
        });
      }
      await leaveCircles(db, actor, personId, circles.taken, todayIn(now));
      await joinCircles(db, actor, personId, circles.added, todayIn(now));
      const changed = FIELDS.filter((field) => saved[field] !== words[field]);
      const others = [
        ...("nationalCodeHash" in kept ? ["national_code"] : []),
        ...(saved.capacities.join() === capacities.join() ? [] : ["capacities"]),
      ];
      await audit(db, actor, "edit", "Person", personId, [...changed, ...others]);
      await emit(db, actor, PersonEdited, { personId });
      return { id: personId };
    }),
  );
}
