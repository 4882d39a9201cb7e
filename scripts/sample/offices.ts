import { officeNames, organisations } from "../../prisma/seed/organisations";
import type { Country } from "./country";
import { searchKey } from "~/lib/persian-text";
import type { Row } from "./copy";
import { chance, type Chance } from "./random";
import { FAMILY_NAMES, GIVEN_NAMES } from "./words";

export type Office = {
  id: string;
  divisionId: number;
  organisationId: string;
  code: string;
  kind: string;
  nameFa: string;
};
type Place = { id: number; level: string; nameFa: string; nameEn: string };

/** The usual offices of each place. `organisationIds` maps a body's code to its id in the dictionary. */
export function makeOffices(
  country: Country,
  made: Chance,
  places: Place[],
  organisationIds: Map<string, string>,
): Map<number, Office[]> {
  const opened = new Date("2022-09-11T08:30:00Z");
  const offices = new Map<number, Office[]>();
  for (const place of places) {
    if (place.level !== "province" && place.level !== "county") continue;
    for (const organisation of organisations) {
      const names = officeNames(organisation, place.level, place);
      const organisationId = organisationIds.get(organisation.code);
      if (!names || !organisationId) continue;
      const office: Office = {
        id: made.id(opened),
        divisionId: place.id,
        organisationId,
        code: organisation.code,
        kind: organisation.kind,
        nameFa: names.nameFa,
      };
      const facts = factsOf(office);
      country.add("office", {
        division_id: place.id,
        id: office.id,
        organisation_id: organisationId,
        name_fa: names.nameFa,
        name_en: names.nameEn,
        opened_on: "2022-09-11",
        closed_on: null,
        heir_id: null,
        created_at: opened,
        revision: 1,
        ...facts,
      });
      addHeads(country, office, facts.head_name);
      offices.set(place.id, [...(offices.get(place.id) ?? []), office]);
    }
  }
  for (const place of places) {
    if (!isShown(place.id) || place.level !== "county") continue;
    addMerged(country, place, addLocalBody(country, place));
  }
  return offices;
}

/** The province whose directories are filled in: what people look at. */
const SHOWN = { lo: 28_000, hi: 28_999 };
const isShown = (id: number) => id >= SHOWN.lo && id <= SHOWN.hi;

/** Chance of its own, so that what offices say of themselves leaves the rest of the country as it is. */
const told = chance(1405);

const HOURS = [
  "شنبه تا چهارشنبه، ۸ تا ۱۳",
  "یکشنبه و سه‌شنبه، ۹ تا ۱۲",
  "شنبه تا چهارشنبه، ۷:۳۰ تا ۱۴",
] as const;

/** Head, public-relations manager, contacts and public page of an office of the shown province; most have them. */
function factsOf({ divisionId, code }: Office): Row {
  const has = (share: number) => isShown(divisionId) && told.happens(share);
  const name = () => `${told.pick(GIVEN_NAMES)} ${told.pick(FAMILY_NAMES)}`;
  const hasManager = has(0.7);
  const hasPage = has(0.6);
  return {
    head_name: has(0.8) ? name() : null,
    pr_name: hasManager ? name() : null,
    pr_order_number: hasManager ? `${told.between(1000, 9999)}/${told.between(10, 99)}/الف` : null,
    pr_ordered_on: hasManager
      ? `202${told.between(3, 5)}-0${told.between(1, 9)}-1${told.between(0, 9)}`
      : null,
    phone: has(0.7) ? `017-32${told.between(10, 99)}${told.between(1000, 9999)}` : null,
    counter_hours: has(0.6) ? told.pick(HOURS) : null,
    website: has(0.3) ? `${code}.example.ir` : null,
    page_text: hasPage
      ? "درخواست‌ها در پیشخوان ثبت می‌شود و پاسخ آن ظرف پنج روز کاری به متقاضی گفته می‌شود. همراه داشتن کارت ملی لازم است."
      : null,
    page_confirmed_on: hasPage ? `2026-${told.pick(["06", "09", "11", "12"])}-0${told.between(1, 9)}` : null,
  };
}

/** Chance of the heads of offices and of their days. */
const headed = chance(1411);

/** The present head of an office, and for some the one before him. */
function addHeads(country: Country, { id, divisionId }: Office, name: unknown): void {
  if (typeof name !== "string") return;
  const at = new Date("2025-05-04T08:30:00Z");
  const since = headed.happens(0.8) ? `202${headed.between(4, 6)}-0${headed.between(1, 9)}-12` : null;
  const former =
    since && headed.happens(0.4) ? `${headed.pick(GIVEN_NAMES)} ${headed.pick(FAMILY_NAMES)}` : null;
  const add = (row: Row) =>
    country.add("office_head", {
      division_id: divisionId,
      id: headed.id(at),
      office_id: id,
      noted_by: "نمونه",
      noted_at: at,
      ...row,
    });
  if (former) add({ name: former, since: "2022-09-11", until: since });
  add({ name, since, until: null });
}

/** A body that a county added to the dictionary for itself, with its office and a former name. */
function addLocalBody(country: Country, place: Place): { id: string; officeId: string; nameFa: string } {
  const at = new Date("2025-05-04T08:30:00Z");
  const id = told.id(at);
  const names = { name_fa: `خانه همیاران ${place.nameFa}`, name_en: `House of Helpers of ${place.nameEn}` };
  country.add("organisation", {
    division_id: place.id,
    id,
    code: `p${place.id}-${id}`,
    ...names,
    kind: "other",
    group_of_five: null,
    published_at: null,
    heir_id: null,
    abolished_on: null,
    revision: 1,
  });
  const former = `مرکز نیکوکاری ${place.nameFa}`;
  for (const [written, kind, until] of [
    [names.name_fa, "spelling", null],
    [former, "former", "2025-05-04"],
  ] as const) {
    country.add("party_spelling", {
      division_id: place.id,
      id: told.id(at),
      organisation_id: id,
      group_code: null,
      written,
      search_key: searchKey(written),
      published_at: null,
      kind,
      valid_to: until,
      noted_by: "نرگس شکیبا",
      noted_at: at,
    });
  }
  const officeId = told.id(at);
  country.add("office", {
    division_id: place.id,
    id: officeId,
    organisation_id: id,
    ...names,
    opened_on: "2025-05-04",
    created_at: at,
    revision: 1,
    ...factsOf({ id, divisionId: place.id, organisationId: id, code: "helpers", kind: "other", nameFa: "" }),
  });
  country.add("body_event", {
    division_id: place.id,
    id: told.id(at),
    organisation_id: id,
    kind: "renamed",
    note: former,
    by_name: "نرگس شکیبا",
    by_key: "sample",
    at,
    published_at: null,
  });
  return { id, officeId, nameFa: names.name_fa };
}

/** A body of the county that became part of another one of it. */
function addMerged(
  country: Country,
  place: Place,
  heir: { id: string; officeId: string; nameFa: string },
): void {
  const opened = new Date("2024-05-04T08:30:00Z");
  const at = new Date("2026-06-22T08:30:00Z");
  const [id, officeId, abolitionId] = [told.id(opened), told.id(opened), told.id(at)];
  const endedOn = "2026-06-21";
  const names = { name_fa: `دفتر نیکوکاری ${place.nameFa}`, name_en: `Charity Bureau of ${place.nameEn}` };
  country.add("organisation", {
    division_id: place.id,
    id,
    code: `p${place.id}-${id}`,
    ...names,
    kind: "other",
    group_of_five: null,
    published_at: null,
    heir_id: heir.id,
    abolished_on: endedOn,
    revision: 2,
  });
  country.add("office", {
    division_id: place.id,
    id: officeId,
    organisation_id: id,
    ...names,
    opened_on: "2024-05-04",
    closed_on: endedOn,
    heir_id: heir.officeId,
    created_at: opened,
    revision: 2,
  });
  country.add("abolition", {
    division_id: place.id,
    id: abolitionId,
    organisation_id: id,
    heir_id: heir.id,
    only_here: false,
    ended_on: endedOn,
    order_number: `${told.between(1000, 9999)}/${told.between(10, 99)}`,
    reason: "کار این دفتر با خانه همیاران یکی بود.",
    links: "take-back",
    state: "done",
    by_name: "نرگس شکیبا",
    by_key: "sample",
    at,
    heir_at: at,
    published_at: null,
  });
  country.add("abolition_place", {
    division_id: place.id,
    abolition_id: abolitionId,
    office_id: officeId,
    heir_office_id: heir.officeId,
    closed: true,
    moved: 0,
    round: 1,
  });
  country.add("party_spelling", {
    division_id: place.id,
    id: told.id(at),
    organisation_id: heir.id,
    group_code: null,
    written: names.name_fa,
    search_key: searchKey(names.name_fa),
    published_at: null,
    kind: "former",
    valid_to: endedOn,
    noted_by: "نرگس شکیبا",
    noted_at: at,
  });
  country.add("body_event", {
    division_id: place.id,
    id: told.id(at),
    organisation_id: id,
    kind: "merged",
    note: heir.nameFa,
    by_name: "نرگس شکیبا",
    by_key: "sample",
    at,
    published_at: null,
  });
}
