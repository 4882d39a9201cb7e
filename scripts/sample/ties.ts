import { addDays, type IsoDate } from "~/lib/jalali";
import type { Country } from "./country";
import { instantOf } from "./plan";
import type { Chance } from "./random";

/** A member in his circle. */
export type Placed = { id: string; circleId: string; joinedOn: IsoDate };

const BETWEEN = ["introduced", "colleague", "neighbour", "relative"] as const;

/**
 * Relationships of a county: in each circle one member brought most of the others, some know each other, and one circle
 * is a neighbour of the next.
 */
export function makeTies(
  country: Country,
  chance: Chance,
  county: number,
  people: readonly Placed[],
  circles: readonly { id: string; formedOn: IsoDate }[],
  by: string,
): void {
  const tie = (day: IsoDate, given: Record<string, string | null>) =>
    country.add("tie", {
      division_id: county,
      id: chance.id(instantOf(day)),
      person_id: null,
      circle_id: null,
      other_person_id: null,
      other_circle_id: null,
      other_office_id: null,
      from_on: day,
      to_on: null,
      note: null,
      created_at: instantOf(day),
      created_by_key: by,
      revision: 1,
      ...given,
    });
  circles.forEach((circle, index) => {
    const members = people.filter(({ circleId }) => circleId === circle.id);
    const [hub, ...others] = members;
    for (const [n, other] of others.entries()) {
      if (hub && n % 4 !== 3)
        tie(other.joinedOn, { type: "introduced", person_id: hub.id, other_person_id: other.id });
      const next = others[n + 1];
      if (next && n % 5 === 1)
        tie(addDays(other.joinedOn, 20), {
          type: chance.pick(BETWEEN),
          person_id: other.id,
          other_person_id: next.id,
        });
    }
    const beside = circles[index + 1];
    if (beside)
      tie(circle.formedOn > beside.formedOn ? circle.formedOn : beside.formedOn, {
        type: "neighbour-circle",
        circle_id: circle.id,
        other_circle_id: beside.id,
      });
  });
  const [one, other] = people;
  if (one && other && one.circleId !== other.circleId)
    tie(one.joinedOn, {
      type: "guides",
      person_id: one.id,
      other_person_id: other.id,
      to_on: addDays(one.joinedOn, 60),
    });
}
