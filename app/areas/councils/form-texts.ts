import { GROUPS_OF_FIVE, type GroupOfFive } from "~/areas/bodies/choices";
import { isIsoDate, typedJalali, type Locale } from "~/lib/jalali";
import type { Council, MemberRow } from "./queries.server";

/** The name of the field that says how many members of a group of five there are at least. */
export const leastOf = (five: GroupOfFive) => `least-${five}` as const;

/** What a council's form holds of it, as filled and for whoever comes second; days as `YYYY-MM-DD`. */
export const councilTexts = (council: Council): Record<string, string> => ({
  nameFa: council.nameFa,
  nameEn: council.nameEn === council.nameFa ? "" : council.nameEn,
  kind: council.kind,
  parentId: council.parent?.id ?? "",
  basis: council.basis ?? "",
  duties: council.duties ?? "",
  chairPostId: council.chairPost?.id ?? "",
  secretaryPostId: council.secretaryPost?.id ?? "",
  ...Object.fromEntries(
    GROUPS_OF_FIVE.map((five) => [leastOf(five), String(council.leastOfFive[five] ?? "")]),
  ),
  leastMembers: String(council.leastMembers ?? ""),
  mostMembers: String(council.mostMembers ?? ""),
  quorumKind: council.quorumKind,
  quorumCount: String(council.quorumCount ?? ""),
  firstNumber: String(council.firstNumber),
  invitesPr: council.invitesPr ? "on" : "",
  foundedOn: council.foundedOn ?? "",
});

/** What the form of a seat holds of it, as filled and for whoever comes second; days as `YYYY-MM-DD`. */
export const memberTexts = (member: MemberRow): Record<string, string> => ({
  seat: member.seat,
  name: member.name,
  roleTitle: member.roleTitle,
  officeId: member.office?.id ?? "",
  groupOfFive: member.office ? "" : (member.groupOfFive ?? ""),
  orderNumber: member.orderNumber ?? "",
  startsOn: member.startsOn,
  endsOn: member.endsOn ?? "",
});

/** Days among texts as the form's fields take them. */
export const typedDays = (texts: Readonly<Record<string, string>>, locale: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, isIsoDate(text) ? typedJalali(text, locale) : text]),
  );
