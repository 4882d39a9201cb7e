import { searchKey } from "~/lib/persian-text";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import { chance } from "./random";
import { FAMILY_NAMES, GIVEN_NAMES, LOCALITIES } from "./words";

const REASONS = ["asked", "moved", "unreachable", "died", "no-longer"] as const;

/** How a county's people come onto the path and leave it, by a chance of its own: nothing else of the sample moves. */
export function joiningPathOf(country: Country, county: number, plan: Plan, by: string) {
  const own = chance(county);
  const step = (personId: string, state: string, day: IsoDate, reason: string | null = null) =>
    country.add("person_state_change", {
      division_id: county,
      id: own.id(instantOf(day)),
      person_id: personId,
      state,
      reason,
      happened_on: day,
      created_at: instantOf(day),
      created_by_key: by,
    });

  return {
    /** Writes a member's history, and gives what his record says: a few have left, a few ask to be left in peace. */
    member(personId: string, joinedOn: IsoDate, isPaused: boolean) {
      step(personId, "active", joinedOn);
      if (!own.happens(0.03)) return { state: "active", state_since: joinedOn, no_contact: isPaused };
      step(personId, "archived", plan.today, own.pick(REASONS));
      return { state: "archived", state_since: plan.today, no_contact: isPaused };
    },

    /** People who are known or asked, and no members yet. */
    newcomers(): void {
      for (const [n, state] of (["identified", "invited", "identified"] as const).entries()) {
        const knownOn = addDays(plan.today, -own.between(8, 20));
        const id = own.id(instantOf(knownOn));
        const fullName = `${own.pick(GIVEN_NAMES)} ${own.pick(FAMILY_NAMES)}`;
        const since = state === "invited" ? addDays(knownOn, own.between(1, 7)) : knownOn;
        country.add("person", {
          division_id: county,
          id,
          full_name: fullName,
          search_key: searchKey(fullName),
          mobile: `+98912${String(county % 1000).padStart(3, "0")}${String(n).padStart(4, "0")}`,
          tier: "wide",
          state,
          state_since: since,
          no_contact: false,
          locality: own.pick(LOCALITIES),
          source: "نشست مردمی",
          joined_on: null,
          created_at: instantOf(knownOn),
          created_by_key: by,
          revision: 1,
        });
        step(id, "identified", knownOn);
        if (state === "invited") step(id, "invited", since);
      }
    },
  };
}
