import { ROLES, scopeOf, type Actor, type Role } from "~/kernel/actor";
import { abilityFrom, type AreaRules, type Subject, type Verbs } from "~/kernel/authorize";

type Kebab<S extends string, First = true> = S extends `${infer Letter}${infer Rest}`
  ? Letter extends Lowercase<Letter>
    ? `${Letter}${Kebab<Rest, false>}`
    : `${First extends true ? "" : "-"}${Lowercase<Letter>}${Kebab<Rest, false>}`
  : "";

/** A subject of the abilities as keys of words write it. */
export type PowerSubject = Kebab<Subject>;
/** A verb on a subject as one text; every one of them has a word in `power-messages.ts`, or the types fail. */
export type Power = { [S in Subject]: `${Kebab<S>}.${Verbs[S] & string}` }[Subject];

/** Who may have a power: the roles of posts, and those who act without one. */
export const POWER_HOLDERS = [
  ...ROLES,
  "administrator",
  "officer",
  "office",
  "public",
  "invitee",
  "member",
  "system",
] as const;
export type PowerHolder = (typeof POWER_HOLDERS)[number];

/** On which records a power holds. `other` is a condition that nobody has given a word yet: a test fails. */
export const REACHES = [
  "all",
  "place",
  "below",
  "issued",
  "own",
  "own-office",
  "passed-on",
  "own-code",
  "own-post",
  "held",
  "chairless",
  "nation",
  "province",
  "county",
  "other",
] as const;
export type Reach = (typeof REACHES)[number];

/** What one holder may do: on which records, and whether his own deeds are excepted. None: nothing. */
export type PowerCell = { reaches: Reach[]; butOwn: boolean };
export type PowerRow = {
  subject: PowerSubject;
  power: Power;
  cells: Partial<Record<PowerHolder, PowerCell>>;
};

/** Where each role stands: a county, its province, the nation. */
const STANDS_IN: Record<Role, number> = {
  assistant: 28_005,
  expert: 28_005,
  governor: 28_005,
  representative: 28_000,
  "provincial-expert": 28_000,
  "national-officer": 0,
  "national-expert": 0,
};

function someone(holder: PowerHolder): Omit<Actor, "ability"> {
  const who = { key: "somebody", name: "" };
  const placeOf = (id: number) => ({ id, nameFa: "", nameEn: "", ...scopeOf(id) });
  if (holder === "administrator") return { ...who, kind: holder, accountId: who.key };
  const office = { divisionId: 28_005, officeId: "own", ancestors: [] };
  if (holder === "officer")
    return { ...who, kind: "office", accountId: who.key, appointmentId: "own", office };
  if (holder === "office") return { ...who, kind: holder, office };
  if (holder === "public") return { ...who, kind: holder, trackingCode: "own", token: "own" };
  if (holder === "invitee") return { ...who, kind: "public", invitationId: "own" };
  if (holder === "member")
    return {
      ...who,
      kind: "system",
      place: placeOf(28_005),
      member: { divisionId: 28_005, personId: "own" },
    };
  if (holder === "system") return { ...who, kind: holder, place: placeOf(28_005) };
  const standing = { accountId: who.key, appointmentId: "own", postId: "own", role: holder };
  return { ...who, ...standing, kind: "staff", place: placeOf(STANDS_IN[holder]) };
}

/** The columns of a rule's condition, and what they mean for a reader. */
const MEANING: Record<string, Reach> = {
  "": "all",
  divisionId: "place",
  "divisionId,parentId": "below",
  "divisionId,officeId": "own-office",
  sourceDivisionId: "issued",
  "sourceDivisionId,sourceOfficeId": "passed-on",
  accountId: "own",
  id: "own",
  personId: "own",
  createdByKey: "own",
  openedByKey: "own",
  heldBy: "own-post",
  chairPostId: "own-post",
  isChairless: "chairless",
  "appointmentId,isOver": "own-post",
  "appointmentId,divisionId,postId": "own-post",
  "divisionId,isOver": "place",
  trackingCode: "own-code",
};
/** Exceptions that all mean: not what he did himself, or his deputy. */
const BUT_OWN = ["reportedByKey", "reportedForKey"];

function reachOf(conditions: Readonly<Record<string, unknown>>): Reach {
  const columns = Object.keys(conditions).sort().join(",");
  const named = columns === "isOver,level" ? conditions.level : conditions[columns];
  if (columns === "level" || columns === "isOver,level" || columns === "state")
    return REACHES.find((one) => one === named) ?? "other";
  return MEANING[columns] ?? "other";
}

type Rule = {
  action: string | string[];
  subject?: unknown;
  conditions?: Record<string, unknown>;
  inverted?: boolean;
};
const kebab = (subject: string) =>
  subject.replace(/[A-Z]/g, (letter, at) => `${at > 0 ? "-" : ""}${letter.toLowerCase()}`) as PowerSubject;
const listOf = (given: unknown): string[] => (Array.isArray(given) ? given : [given]).map(String);

/**
 * Who may do what, on which records: read off the rules of the areas themselves, so that it cannot say anything else
 * than what they do. In the order in which the areas say it; the database still decides which records exist for whom.
 */
export function powerMatrix(areas: readonly AreaRules[]): PowerRow[] {
  const rows = new Map<string, PowerRow>();
  for (const holder of POWER_HOLDERS) {
    for (const rule of abilityFrom(someone(holder), areas).rules as readonly Rule[]) {
      // A member speaks by his county's hand; what that hand may besides is not his.
      if (holder === "member" && !rule.conditions) continue;
      for (const subject of listOf(rule.subject).map(kebab)) {
        for (const verb of listOf(rule.action)) {
          const power = `${subject}.${verb}` as Power;
          const row = rows.get(power) ?? { subject, power, cells: {} };
          rows.set(power, row);
          const cell = (row.cells[holder] ??= { reaches: [], butOwn: false });
          const conditions = rule.conditions ?? {};
          if (!rule.inverted) cell.reaches = [...new Set([...cell.reaches, reachOf(conditions)])];
          else if (BUT_OWN.includes(Object.keys(conditions).join())) cell.butOwn = true;
          else cell.reaches.push("other");
        }
      }
    }
  }
  const subjects = [...new Set([...rows.values()].map(({ subject }) => subject))];
  return subjects.flatMap((subject) => [...rows.values()].filter((row) => row.subject === subject));
}
