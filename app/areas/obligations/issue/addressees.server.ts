import {
  isGovernorate,
  listCountiesWithoutGovernorate,
  listGroups,
  listOffices,
  listOfficesBelow,
  membersOfOwnGroups,
} from "~/areas/bodies/queries.server";
import type { GroupRow, OfficeRow } from "~/areas/bodies/schema";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** Everybody whom a place may address today. */
export type Addressees = {
  groups: (GroupRow & { size: number })[];
  /** Ids of the offices of each group that lists its members or says a rule. */
  membersOf: Readonly<Record<string, readonly string[]>>;
  offices: OfficeRow[];
  governorates: OfficeRow[];
  /** Those of the counties, for a province. */
  municipalities: OfficeRow[];
  /** Counties that a group of governors would miss. */
  withoutGovernorate: { id: number; nameFa: string; nameEn: string }[];
};

export async function listAddressees(db: Db, place: Place, today: IsoDate): Promise<Addressees> {
  const groups = await listGroups(db);
  const offices = await listOffices(db, place.id, today);
  const below = await listOfficesBelow(db, place, today);
  const governorates = below.filter(isGovernorate);
  const membersOf = await membersOfOwnGroups(db, place, today);
  const executives = offices.filter((office) => office.kind === "executive").length;
  const sizeOf = ({ code, kind }: GroupRow) => {
    if (kind === "offices") return executives;
    return kind === "governorates" ? governorates.length : (membersOf[code]?.length ?? 0);
  };
  return {
    groups: groups.map((group) => ({ ...group, size: sizeOf(group) })),
    membersOf,
    offices,
    governorates,
    municipalities: below.filter((office) => !isGovernorate(office)),
    withoutGovernorate: await listCountiesWithoutGovernorate(db, place, today),
  };
}

/** Every office that may be named one by one. */
export function nameableOffices({
  offices,
  governorates,
  municipalities,
}: Pick<Addressees, "offices" | "governorates" | "municipalities">): OfficeRow[] {
  return [...offices, ...governorates, ...municipalities];
}
