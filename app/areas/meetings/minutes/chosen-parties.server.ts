import { listGroups, listOffices, listOfficesBelow } from "~/areas/bodies/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import type { ReviewParty } from "./review";

/** What a person chose from the list of addressees (`office:ID`, `group:CODE`). Refuses `missing` what is not the place's. */
export async function chosenParties(
  db: Db,
  actor: PlacedActor,
  choices: readonly (string | undefined)[],
  now: Date,
): Promise<ReviewParty[]> {
  const chosen = choices.filter((choice) => choice !== undefined);
  if (chosen.length === 0) return [];
  const today = todayIn(now);
  const groups = await listGroups(db);
  const offices = [
    ...(await listOffices(db, actor.place.id, today)),
    ...(await listOfficesBelow(db, actor.place, today)),
  ];
  return chosen.map((choice) => {
    const [kind, key = ""] = choice.split(":");
    const common = { id: uuidv7(), written: "", certainty: "clear" as const };
    const group = kind === "group" ? groups.find((candidate) => candidate.code === key) : undefined;
    if (group) {
      const groupKind = group.kind === "vague" ? ("vague" as const) : ("group" as const);
      return { ...common, kind: groupKind, groupCode: group.code, name: group.nameFa };
    }
    const office = kind === "office" ? offices.find((candidate) => candidate.id === key) : undefined;
    if (!office) throw new Refusal("missing", "refusal.missing");
    return { ...common, kind: "office", officeId: office.id, name: office.nameFa };
  });
}
