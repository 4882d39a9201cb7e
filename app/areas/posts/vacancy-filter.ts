import { ROLES, type Level, type Place, type Role } from "~/kernel/actor";

/** What a list of vacancies is narrowed to. */
export type VacancyFilter = {
  /** One province of the nation, with its counties. */
  province?: number;
  role?: Role;
  /** Only those whose next step is the reader's. */
  mine?: true;
};

/** Parts of the list's address that narrow it. */
export const VACANCY_PARTS = ["province", "role", "turn"];

/** Whose vacancies: those of a place and of all below it, the administrator's being the country's. */
export type VacancyReach = Pick<Place, "lo" | "hi"> & {
  /** The level whose posts the reader fills; none where he fills none. */
  fills: Level | null;
};

const PROVINCE = /^[1-9]\d{0,1}000$/;

/** Reads a filter from an address; what fits no list is left out. */
export function vacancyFilterIn(asked: URLSearchParams, { lo, hi }: Pick<Place, "lo" | "hi">): VacancyFilter {
  const text = asked.get("province") ?? "";
  const province = PROVINCE.test(text) ? Number(text) : undefined;
  return {
    province: province !== undefined && province >= lo && province <= hi ? province : undefined,
    role: ROLES.find((role) => role === asked.get("role")),
    mine: asked.get("turn") === "mine" ? true : undefined,
  };
}

/** The filter as it stands in an address. */
export function vacancySearch({ province, role, mine }: VacancyFilter, after?: string): string {
  const search = new URLSearchParams();
  if (province !== undefined) search.set("province", String(province));
  if (role) search.set("role", role);
  if (mine) search.set("turn", "mine");
  if (after) search.set("after", after);
  return search.size > 0 ? `?${search}` : "";
}

/** Roles of posts at a level and below it, as the levels name them. */
export function rolesBelow(level: Level): Role[] {
  const county: Role[] = ["assistant", "governor", "expert"];
  if (level === "county") return county;
  const province: Role[] = ["representative", "provincial-expert", ...county];
  return level === "province" ? province : ["national-officer", "national-expert", ...province];
}
