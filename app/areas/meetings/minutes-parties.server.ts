import {
  listCountiesWithoutGovernorate,
  listGovernorates,
  listGroups,
  listOffices,
} from "~/areas/bodies/queries.server";
import type { GroupRow, OfficeRow } from "~/areas/bodies/schema";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { Addressable } from "./minutes-locks";

/** Everybody whom minutes of a place may address today. */
export type Addressees = {
  groups: (GroupRow & { size: number })[];
  offices: OfficeRow[];
  governorates: OfficeRow[];
  /** Counties that a group of governors would miss. */
  withoutGovernorate: { id: number; nameFa: string; nameEn: string }[];
};

export async function listAddressees(db: Db, place: Place, today: IsoDate): Promise<Addressees> {
  const groups = await listGroups(db);
  const offices = await listOffices(db, place.id, today);
  const governorates = await listGovernorates(db, place, today);
  const sizes: Record<GroupRow["kind"], number> = {
    offices: offices.filter((office) => office.kind === "executive").length,
    governorates: governorates.length,
    vague: 0,
  };
  return {
    groups: groups.map((group) => ({ ...group, size: sizes[group.kind] })),
    offices,
    governorates,
    withoutGovernorate: await listCountiesWithoutGovernorate(db, place, today),
  };
}

/** As `locksOf` asks it. */
export function addressable({ groups, offices, governorates }: Addressees): Addressable {
  return {
    officeIds: new Set([...offices, ...governorates].map((office) => office.id)),
    groupSizes: Object.fromEntries(groups.map((group) => [group.code, group.size])),
  };
}
