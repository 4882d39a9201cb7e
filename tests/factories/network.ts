import type { EditPerson, FormCircle, RecordContact, RegisterPerson } from "~/areas/network/schema/people";

let made = 0;

/** A circle as its form gives it. */
export function aCircle(given: Partial<FormCircle> = {}): FormCircle {
  return { name: "آب روستایی", topic: "آب", formedOn: "2026-10-01", ...given };
}

/** A person as his form gives him; each has a mobile number of his own. */
export function aPerson(given: Partial<RegisterPerson> = {}): RegisterPerson {
  made += 1;
  return {
    fullName: "ناهید سعیدی",
    mobile: `+98911${String(1_000_000 + made)}`,
    tier: "core",
    state: "active",
    circleIds: [],
    capacities: [],
    ...given,
  };
}

/** What the form of editing sends for the same person, opened when he was as given. */
export function anEdit(of: RegisterPerson, given: Partial<EditPerson> = {}): EditPerson {
  const { fullName, mobile, tier, locality, circleIds, capacities, source, note } = of;
  return {
    fullName,
    mobile,
    tier,
    locality,
    circleIds,
    circlesBefore: circleIds,
    capacities,
    capacitiesBefore: capacities,
    source,
    note,
    noContact: false,
    revision: 1,
    ...given,
  };
}

/** A contact with its outcome. */
export function aContact(given: Partial<RecordContact> = {}): RecordContact {
  return { channel: "phone", outcome: "reached", ...given };
}
