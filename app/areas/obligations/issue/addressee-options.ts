import type { Locale } from "~/lib/jalali";
import type { Option } from "~/ui/form/select";
import type { ObligationsKey } from "../messages";
import type { Addressees } from "./addressees.server";

type Named = { nameFa: string; nameEn: string };
type Office = Named & { id: string };

/** What a form of a decision shows of whom a place may address. */
export type ShownAddressees = {
  groups: (Named & { code: string; size: number })[];
  offices: Office[];
  governorates: Office[];
  municipalities: Office[];
};

export function shownAddressees({
  groups,
  offices,
  governorates,
  municipalities,
}: Addressees): ShownAddressees {
  const named = ({ id, nameFa, nameEn }: Office) => ({ id, nameFa, nameEn });
  return {
    groups: groups
      .filter(({ kind }) => kind !== "vague")
      .map(({ code, size, nameFa, nameEn }) => ({ code, size, nameFa, nameEn })),
    offices: offices.map(named),
    governorates: governorates.map(named),
    municipalities: municipalities.map(named),
  };
}

/** The options of such a form: groups first, of which an empty one cannot be chosen. */
export function addresseeOptions(
  { groups, ...of }: ShownAddressees,
  t: (key: ObligationsKey, vars?: Readonly<Record<string, string | number>>) => string,
  locale: Locale,
): Option[] {
  const name = (row: Named) => (locale === "fa" ? row.nameFa : row.nameEn);
  const offices = (kind: keyof typeof of): Option[] =>
    of[kind].map((office) => ({
      value: `office:${office.id}`,
      label: name(office),
      group: t(`obligations.decision.group.${kind}`),
    }));
  return [
    ...groups.map((group) => ({
      value: `group:${group.code}`,
      label: group.size === 0 ? t("obligations.decision.group.empty", { name: name(group) }) : name(group),
      group: t("obligations.decision.group.groups"),
      disabled: group.size === 0,
    })),
    ...offices("offices"),
    ...offices("governorates"),
    ...offices("municipalities"),
  ];
}
