import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
import { searchKey } from "~/lib/persian-text";
import type { Capacity, ENTRY_STATES, StepReason, Tier } from "../choices";
import { keptNationalCode } from "./national-code.server";
import { recordStep } from "./path.server";
import type { Way } from "./ways";

/** Somebody as he enters a county's register. */
export type Entry = {
  fullName: string;
  mobile: string | null;
  tier: Tier;
  state: (typeof ENTRY_STATES)[number];
  locality: string | null;
  capacities: readonly Capacity[];
  source: string | null;
  note?: string | null;
  nationalCode?: string;
  preferredWay?: Way | null;
  noContact?: boolean;
  /** By which door he came: stands in the history beside his first step. */
  by?: StepReason;
};

/**
 * Writes a person and his first step on the joining path, from today on. A list of people enters by statements over sets,
 * which say the same (`write-batch.server.ts`); everybody else enters here.
 */
export async function enterPerson(db: Db, actor: PlacedActor, entry: Entry, now: Date): Promise<string> {
  const divisionId = actor.place.id;
  const today = todayIn(now);
  const id = uuidv7();
  const { by, nationalCode, capacities, state, ...given } = entry;
  await db.person.create({
    data: {
      divisionId,
      id,
      ...given,
      searchKey: searchKey(entry.fullName),
      capacities: [...capacities],
      ...(nationalCode ? keptNationalCode(divisionId, id, nationalCode) : {}),
      state,
      stateSince: dateOf(today),
      joinedOn: state === "active" ? dateOf(today) : null,
      createdAt: now,
      createdByKey: actor.key,
    },
  });
  await recordStep(db, actor, id, { state, happenedOn: today, reason: by }, now);
  return id;
}
