import type { AreaRules } from "~/kernel/authorize";

declare module "~/kernel/authorize" {
  interface Verbs {
    CatalogueEntry: "keep";
  }
}

/** Each level keeps its own entries: the national office the base, a province and a county what they add to it. */
export const rules: AreaRules = ({ kind, role, place }, { can }) => {
  const keeper = { nation: "national-officer", province: "representative", county: "assistant" } as const;
  if (kind === "staff" && place && role === keeper[place.level]) can("keep", "CatalogueEntry");
};
