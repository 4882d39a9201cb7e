import { useT } from "~/ui/i18n";
import { definitionWords } from "../definition-words";
import type { GroupDefinition } from "../groups.server";
import type { BodiesKey } from "../messages";

/** Who belongs to a group, in words. */
export function GroupWords({ group }: { group: GroupDefinition }) {
  return <>{definitionWords(group, useT<BodiesKey>())}</>;
}
