import { nameableOffices, type Addressees } from "~/areas/obligations/door.server";
import type { Addressable } from "./locks";

export { listAddressees, nameableOffices, type Addressees } from "~/areas/obligations/door.server";

/** As `locksOf` asks it. */
export function addressable(known: Addressees): Addressable {
  return {
    officeIds: new Set(nameableOffices(known).map((office) => office.id)),
    groupSizes: Object.fromEntries(known.groups.map((group) => [group.code, group.size])),
  };
}
