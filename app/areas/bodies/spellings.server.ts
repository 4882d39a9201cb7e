import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, type IsoDate } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import type { NameKind } from "./choices";

/** Whom a written form names. */
export type Target = { organisationId: string } | { groupCode: string };

export type Form = {
  written: string;
  kind: NameKind;
  validFrom?: IsoDate | undefined;
  validTo?: IsoDate | undefined;
};

/**
 * Keeps a written form among those of the actor's own place; answers false when the place has that form already, which
 * then stays as it is, but that a spelling of the same body becomes a former name. The national office's forms hold for every place below.
 */
export async function keepForm(
  db: Db,
  actor: PlacedActor,
  target: Target,
  form: Form,
  now: Date,
): Promise<boolean> {
  const key = searchKey(form.written);
  if (key === "") return false;
  const { count } = await db.partySpelling.createMany({
    data: [
      {
        divisionId: actor.place.id,
        id: uuidv7(),
        organisationId: "organisationId" in target ? target.organisationId : null,
        groupCode: "groupCode" in target ? target.groupCode : null,
        written: form.written,
        searchKey: key,
        kind: form.kind,
        validFrom: form.validFrom ? dateOf(form.validFrom) : null,
        validTo: form.validTo ? dateOf(form.validTo) : null,
        notedBy: actor.name,
        notedAt: now,
        publishedAt: actor.place.level === "nation" ? now : null,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 1) return true;
  if (form.kind !== "former") return false;
  // The place has it as a mere spelling of the same body: from now on it is a name of the past.
  const became = await db.partySpelling.updateMany({
    where: { divisionId: actor.place.id, searchKey: key, kind: "spelling", ...target },
    data: { kind: "former", validTo: form.validTo ? dateOf(form.validTo) : null, notedBy: actor.name },
  });
  return became.count === 1;
}
