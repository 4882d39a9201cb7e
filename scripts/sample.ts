import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { copyRows } from "./sample/copy";
import { Country, TABLES } from "./sample/country";
import { makeCouncils } from "./sample/councils";
import { makeVisits } from "./sample/visits";
import { makeCallings, makeProvincialSeries } from "./sample/callings";
import { makeDemands } from "./sample/demands";
import { makeMessages } from "./sample/messages";
import { makeCalledMeetings } from "./sample/called";
import { makeMeetings } from "./sample/meetings";
import { makeDraft } from "./sample/draft";
import { makeExports } from "./sample/exports";
import { makeFiles } from "./sample/files";
import { makeJoining } from "./sample/joining";
import { makeLocalities } from "./sample/localities";
import { makeLook } from "./sample/glass";
import { makeLists } from "./sample/lists";
import { makeCouncil } from "./sample/minutes";
import { makeNetwork } from "./sample/network";
import { makeOfficer } from "./sample/officer";
import { makeObstacles } from "./sample/obstacles";
import { makeApprovedMinutes, makeMinutesInWindow } from "./sample/own-minutes";
import { makeOffices } from "./sample/offices";
import { GOLESTAN, LIGHTER, planFor, sampleNow, VACANT } from "./sample/plan";
import { makeDeputies, makeLeavers, makePosts, type Walker } from "./sample/posts";
import { chance } from "./sample/random";
import { makeRelocations } from "./sample/relocations";
import { makeReports } from "./sample/reports";

/** Gorgan: whose assistant has brought lists of people. */
const LISTS_AT = 28_005;

/** The body whose office there has an officer with an account. */
const OFFICE_WITH_ACCOUNT = "power-distribution";

type Division = { id: number; level: "nation" | "province" | "county"; nameFa: string; nameEn: string };

/** One who walks the main job: `post` is his title and place. */
export type SampleAccount = { username: string; password: string; post: string };

/** argon2id as sign-in checks it. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Loads the sample country as the owner: posts everywhere, Golestan with five quarters of activity, two lighter
 * provinces, and accounts that work only with the sample. Refuses a database that holds any post already.
 * `scale` multiplies people and demands, for benches. Passwords are made at each loading and written to
 * `sample-accounts.json` in DATA_DIR, readable by its owner alone.
 */
export async function loadSample(client: pg.Client, scale = 1): Promise<SampleAccount[]> {
  const held = await client.query<{ n: number }>(
    "select count(*)::int as n from (select from post limit 1) x",
  );
  if (held.rows[0]?.n !== 0)
    throw new Error("This database holds records already: the sample is for an empty one.");

  const plan = planFor(sampleNow(process.env.CLOCK));
  const divisions = (
    await client.query<Division>(
      `select id, level, name_fa as "nameFa", name_en as "nameEn" from division where valid_to is null order by id`,
    )
  ).rows;
  const provinces = [GOLESTAN, ...LIGHTER];
  const isInside = (id: number) => provinces.includes(Math.floor(id / 1000) * 1000) && id !== 0;
  const active = new Set(divisions.map((d) => d.id).filter(isInside));

  const country = new Country();
  const roll = chance(1405);
  const { holders, walkers } = makePosts(country, roll, divisions, active);
  const organisationIds = new Map(
    (await client.query<{ code: string; id: string }>("select code, id from organisation")).rows.map((r) => [
      r.code,
      r.id,
    ]),
  );
  const offices = makeOffices(
    country,
    roll,
    divisions.filter((d) => active.has(d.id)),
    organisationIds,
  );

  for (const province of divisions.filter((d) => provinces.includes(d.id))) {
    const counties = divisions.filter(
      (d) => d.level === "county" && Math.floor(d.id / 1000) * 1000 === province.id,
    );
    const weight = province.id === GOLESTAN ? 1 : 0.4;
    const representative = holders.get(`${province.id} representative`)?.name ?? "";
    const assistants = new Map<number, { accountId: string; name: string }>();
    for (const { id } of counties) {
      const assistant = holders.get(`${id} assistant`);
      if (assistant) assistants.set(id, assistant);
    }
    for (const { id } of counties) {
      const by = assistants.get(id);
      if (!by || VACANT.includes(id)) continue;
      makeLocalities(country, id, plan);
      makeNetwork(country, roll, id, Math.round(roll.between(40, 150) * weight * scale), plan, by.accountId);
      for (const quarter of plan.quarters) {
        makeMeetings(country, roll, id, quarter, weight, plan, by.accountId);
        const demands = Math.round(roll.between(14, 45) * weight * scale);
        makeDemands(country, roll, id, quarter, demands, offices.get(id) ?? [], plan, {
          key: by.accountId,
          name: by.name,
        });
        makeObstacles(country, roll, id, quarter, plan, by.accountId, representative);
      }
    }
    const expert = holders.get(`${province.id} provincial-expert`);
    if (expert && province.id === GOLESTAN) {
      for (const quarter of plan.quarters)
        makeCouncil(country, roll, province, quarter, offices, { expert, assistants }, plan);
      makeDraft(country, roll, province.id, offices.get(province.id) ?? [], plan, expert.accountId);
    }
  }

  const keeper = holders.get(`${LISTS_AT} assistant`);
  if (keeper) {
    const by = { key: keeper.accountId, name: keeper.name };
    makeLists(country, roll, LISTS_AT, plan, by);
    makeExports(country, roll, LISTS_AT, plan, by);
    makeJoining(country, roll, LISTS_AT, plan, by);
    makeFiles(country, chance(1407), LISTS_AT, plan, by);
    const office = offices.get(LISTS_AT)?.find(({ code }) => code === OFFICE_WITH_ACCOUNT);
    if (office) {
      walkers.push(makeOfficer(country, chance(1408), office, plan, by));
      makeMessages(country, chance(1409), LISTS_AT, office, plan, by);
    }
    makeCalledMeetings(country, chance(1412), LISTS_AT, offices.get(LISTS_AT) ?? [], plan, by);
    makeRelocations(country, chance(1406), [LISTS_AT, 28_008, 28_007], plan, by);
  }
  const above = holders.get(`${GOLESTAN} representative`);
  if (above) makeLook(country, roll, LISTS_AT, plan, above);
  const governor = holders.get(`${LISTS_AT} governor`);
  if (keeper && governor)
    makeCallings(country, chance(1409), LISTS_AT, plan, {
      key: keeper.accountId,
      chair: governor,
      secretaryPostId: keeper.postId,
    });
  if (keeper && governor)
    makeMinutesInWindow(country, chance(1413), LISTS_AT, offices.get(LISTS_AT) ?? [], plan, {
      chair: governor,
      secretary: keeper,
    });
  const clerk = holders.get(`${GOLESTAN} provincial-expert`);
  if (clerk && above)
    makeApprovedMinutes(country, chance(1414), GOLESTAN, { chair: above, secretary: clerk });
  if (clerk && above)
    makeProvincialSeries(country, chance(1410), GOLESTAN, plan, {
      key: clerk.accountId,
      chair: above,
      secretaryPostId: clerk.postId,
    });

  makeVisits(country, { county: LISTS_AT, province: GOLESTAN }, divisions, offices, holders, plan);
  makeCouncils(country, { county: LISTS_AT, province: GOLESTAN }, offices, holders, plan);

  makeDeputies(country, roll, holders, plan);
  makeLeavers(country, roll, holders, plan);

  await client.query("begin");
  for (const table of TABLES) await copyRows(client, table, country.rows.get(table) ?? []);
  const accounts = await setPasswords(client, walkers);
  await makeReports(client, plan, divisions, holders);
  await client.query("commit");
  for (const table of TABLES) await client.query(`analyze ${table}`);
  return accounts;
}

/** A password for each of those who walk the main job, and for the administrator of the sample. */
async function setPasswords(client: pg.Client, walkers: Walker[]): Promise<SampleAccount[]> {
  const administrator = await client.query<{ id: string }>(
    `insert into account (id, username, full_name, is_administrator, is_sample, locale)
     values (uuidv7(), 'administrator', 'راهبر سامانه', true, true, 'fa') returning id`,
  );
  const all = [
    ...walkers.map(({ username, accountId, post }) => ({ username, accountId, post })),
    { username: "administrator", accountId: administrator.rows[0]?.id ?? "", post: "راهبر سامانه" },
  ];
  const given = await Promise.all(
    all.map(async (one) => {
      const password = `${randomBytes(6).toString("base64url")}-sample`;
      return { ...one, password, hashed: await hash(password, ARGON) };
    }),
  );
  await client.query(
    `update account a set password_hash = g.hashed from unnest($1::uuid[], $2::text[]) as g (id, hashed)
     where a.id = g.id`,
    [given.map(({ accountId }) => accountId), given.map(({ hashed }) => hashed)],
  );
  const accounts = given.map(({ username, post, password }) => ({ username, post, password }));
  if (!process.env.DATA_DIR) return accounts;
  mkdirSync(process.env.DATA_DIR, { recursive: true });
  writeFileSync(
    path.join(process.env.DATA_DIR, "sample-accounts.json"),
    `${JSON.stringify(accounts, null, 2)}\n`,
    { mode: 0o600 },
  );
  return accounts;
}
