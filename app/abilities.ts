import type { AreaRules } from "~/kernel/authorize";

/** The rules of every area that has any: an area's `ability.ts` counts from the moment it stands here. */
export const areaRules: readonly AreaRules[] = [];
