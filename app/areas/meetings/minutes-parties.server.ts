import type { Addressees } from "~/areas/obligations/door.server";
import type { Addressable } from "./minutes-locks";

export { listAddressees, type Addressees } from "~/areas/obligations/door.server";

/** As `locksOf` asks it. */
export function addressable({ groups, offices, governorates }: Addressees): Addressable {
  return {
    officeIds: new Set([...offices, ...governorates].map((office) => office.id)),
    groupSizes: Object.fromEntries(groups.map((group) => [group.code, group.size])),
  };
}
