import type pg from "pg";
import { v5 } from "uuid";
import { searchKey } from "~/lib/persian-text";
import { bodyGroups } from "./body-groups";
import { catalogueEntries } from "./catalogue-entries";
import { divisions } from "./divisions";
import { duties } from "./duties";
import { holidays, weekendRules } from "./holidays";
import { indicators } from "./indicators";
import { meetingTypes } from "./meeting-types";
import { levelsOf, organisations, spellingsOf } from "./organisations";

/** The same id for the same fact at every loading. */
const NAMESPACE = "6f1ad4f4-7a3f-5d6b-9d57-3f0f2b6f8f11";
const idOf = (kind: string, code: string) => v5(`${kind}:${code}`, NAMESPACE);

/** The day the national base was published: before every sample and every circular that it restates. */
const PUBLISHED = "2011-03-21T00:00:00Z";

/** Who answers for the definitions of the base. */
const OWNER = ["ستاد ملی مردمی‌سازی", "National people-engagement office"] as const;

/** Agreed intervals of contact, in days (defaults of S4-a2; a county may set its own). */
const CADENCES = [
  { tier: "core", days: 30 },
  { tier: "active", days: 60 },
  { tier: "wide", days: 120 },
];

type Rows = Record<string, unknown>[];

/**
 * Inserts rows or brings those that exist (by `key`) to the state given; with `keep`, leaves those that exist alone; with
 * `untouched`, those that do not fit this condition, since somebody has changed them.
 * Column types come from the table itself.
 */
async function upsert(
  client: pg.ClientBase,
  table: string,
  key: string[],
  rows: Rows,
  { keep = false, untouched }: { keep?: boolean; untouched?: string } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const changed = keep ? [] : columns.filter((column) => !key.includes(column));
  const set = changed.map((column) => `${column} = excluded.${column}`).join(", ");
  await client.query(
    `insert into ${table} (${columns.join(", ")})
     select ${columns.join(", ")} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict (${key.join(", ")}) do ${set ? `update set ${set}${untouched ? ` where ${untouched}` : ""}` : "nothing"}`,
    [JSON.stringify(rows)],
  );
}

/**
 * Loads the national base as the owner: divisions, closed days, bodies and their spellings, duties, indicators.
 * May run again after the facts changed; what administrators and provinces may have changed since (divisions, closed
 * days) is left as they made it. The caller opens the transaction.
 */
export async function loadReference(client: pg.ClientBase): Promise<void> {
  await upsert(
    client,
    "division",
    ["id"],
    divisions.map((d) => ({
      id: d.id,
      parent_id: d.parentId,
      level: d.level,
      code: d.code,
      name_fa: d.nameFa,
      name_en: d.nameEn,
      grade: "ordinary",
      population: d.population,
      valid_from: d.validFrom,
      successor_ids: [],
    })),
    { keep: true },
  );
  await upsert(
    client,
    "division_name",
    ["division_id", "valid_from"],
    divisions.map((d) => ({
      division_id: d.id,
      valid_from: d.validFrom,
      name_fa: d.nameFa,
      name_en: d.nameEn,
    })),
    { keep: true },
  );
  await upsert(
    client,
    "weekend_rule",
    ["id"],
    weekendRules.flatMap((rule) => {
      const places =
        rule.scope === "nation" ? [0] : divisions.filter((d) => d.level === "province").map((d) => d.id);
      return places.map((place) => ({
        id: idOf("weekend", `${place}:${rule.weekday}:${rule.validFrom}`),
        division_id: place,
        weekday: rule.weekday,
        valid_from: rule.validFrom,
        valid_to: rule.validTo,
        status: rule.status,
        published_at: PUBLISHED,
      }));
    }),
    { keep: true },
  );
  await upsert(
    client,
    "holiday",
    ["id"],
    holidays.map((h) => ({
      id: idOf("holiday", `${h.day}:${h.nameEn}`),
      division_id: 0,
      day: h.day,
      name_fa: h.nameFa,
      name_en: h.nameEn,
      kind: h.kind,
      status: h.status,
      published_at: PUBLISHED,
    })),
    { keep: true },
  );
  await upsert(
    client,
    "organisation",
    ["id"],
    organisations.map((o) => ({
      id: idOf("organisation", o.code),
      division_id: 0,
      code: o.code,
      name_fa: o.nameFa,
      name_en: o.nameEn,
      kind: o.kind,
      levels: levelsOf(o),
      group_of_five: o.groupOfFive,
      published_at: PUBLISHED,
      revision: 1,
    })),
    { untouched: "organisation.revision = 1" },
  );
  await upsert(
    client,
    "body_group",
    ["code"],
    bodyGroups.map((g) => ({
      code: g.code,
      division_id: 0,
      name_fa: g.nameFa,
      name_en: g.nameEn,
      kind: g.kind,
      published_at: PUBLISHED,
      revision: 1,
    })),
    { untouched: "body_group.revision = 1" },
  );
  await upsert(client, "party_spelling", ["division_id", "search_key"], spellings(), {
    untouched: "party_spelling.noted_by is null",
  });
  await upsert(
    client,
    "tier_cadence",
    ["division_id", "tier"],
    CADENCES.map((cadence) => ({ division_id: 0, ...cadence, published_at: PUBLISHED })),
  );
  await upsert(
    client,
    "catalogue_entry",
    ["division_id", "kind", "code"],
    Object.entries(catalogueEntries).flatMap(([kind, entries]) =>
      entries.map(({ code, fa, en, back }, position) => ({
        division_id: 0,
        kind,
        code,
        fa,
        en,
        fa_back: back?.fa ?? null,
        en_back: back?.en ?? null,
        position,
        published_at: PUBLISHED,
        revision: 1,
      })),
    ),
    { keep: true },
  );
  await upsert(
    client,
    "meeting_type",
    ["division_id", "code"],
    meetingTypes.map(({ quorum, minutesLong, ...type }, position) => ({
      division_id: 0,
      ...type,
      quorum_kind: quorum.kind,
      quorum_count: quorum.count ?? null,
      minutes_long: minutesLong,
      position,
      published_at: PUBLISHED,
      revision: 1,
    })),
    { untouched: "meeting_type.revision = 1" },
  );
  await upsert(
    client,
    "duty",
    ["division_id", "code", "version"],
    duties.map((d) => ({
      code: d.code,
      division_id: 0,
      role_group: d.roleGroup,
      position: d.position,
      text_fa: d.textFa,
      text_en: d.textEn,
      clause: d.clause,
      is_absent: d.isAbsent,
      version: 1,
      valid_from: PUBLISHED.slice(0, 10),
      published_at: PUBLISHED,
    })),
    // A version that reports were sent with stays as it was: other words are a new one.
    { keep: true },
  );
  await upsert(
    client,
    "indicator",
    ["division_id", "code", "version"],
    indicators.map((i) => ({
      code: i.code,
      division_id: 0,
      duty_code: i.dutyCode,
      position: i.position,
      name_fa: i.nameFa,
      name_en: i.nameEn,
      unit_fa: i.unitFa,
      unit_en: i.unitEn,
      formula_fa: i.formulaFa,
      formula_en: i.formulaEn,
      kind: i.kind,
      direction: i.direction,
      minimum_count: i.minimumCount,
      target: i.target,
      owner_fa: OWNER[0],
      owner_en: OWNER[1],
      peer_rule: "population",
      version: 1,
      valid_from: PUBLISHED.slice(0, 10),
      published_at: PUBLISHED,
    })),
    { keep: true },
  );
}

/** Every written form of bodies and groups; where two share a form, the group comes first, then the first body. */
function spellings(): Rows {
  const byKey = new Map<string, Rows[number]>();
  const add = (written: string, target: { organisation_id: string | null; group_code: string | null }) => {
    const key = searchKey(written);
    if (byKey.has(key)) return;
    byKey.set(key, {
      id: idOf("spelling", key),
      division_id: 0,
      ...target,
      written,
      search_key: key,
      kind: "spelling",
      noted_at: PUBLISHED,
      published_at: PUBLISHED,
    });
  };
  for (const group of bodyGroups) {
    for (const written of spellingsOf(group)) add(written, { organisation_id: null, group_code: group.code });
  }
  for (const organisation of organisations) {
    const target = { organisation_id: idOf("organisation", organisation.code), group_code: null };
    for (const written of spellingsOf(organisation)) add(written, target);
  }
  return [...byKey.values()];
}
