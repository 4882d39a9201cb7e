import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { searchKey } from "~/lib/persian-text";
import { refuseTakenMobile } from "../circles/memberships.server";
import type { DecideCorrection } from "../schema/member";
import { unlessTwice } from "../people/unique-mobile.server";

const FIELDS = ["fullName", "mobile", "locality"] as const;

/**
 * Takes what a person says of himself into his record, or leaves the record as it is; his words go either way. A number
 * that another person of the county has is refused.
 */
export async function decideCorrection(actor: PlacedActor, { correctionId, decision }: DecideCorrection) {
  authorize(actor, "decide", "PersonCorrection");
  return unlessTwice(() =>
    within(actor, async (db) => {
      const divisionId = actor.place.id;
      const key = { divisionId_id: { divisionId, id: correctionId } };
      const said = await db.personCorrection.findUnique({ where: key, include: { person: true } });
      if (!said) throw new Refusal("missing", "refusal.missing");
      const { personId, fullName, mobile, locality } = said;
      if (decision === "accept") {
        if (mobile) await refuseTakenMobile(db, divisionId, mobile, personId);
        await db.person.update({
          where: { divisionId_id: { divisionId, id: personId } },
          data: { fullName, searchKey: searchKey(fullName), mobile, locality, revision: { increment: 1 } },
        });
        const changed = FIELDS.filter((field) => said.person[field] !== said[field]);
        await audit(db, actor, "edit", "Person", personId, changed);
      }
      await db.personCorrection.delete({ where: key });
      await audit(db, actor, decision, "PersonCorrection", correctionId);
      return { personId };
    }),
  );
}
