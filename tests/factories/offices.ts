import pg from "pg";
import { uuidv7 } from "~/lib/identifiers";
import { divisions } from "../../prisma/seed/divisions";
import { levelsOf, officeNames, organisations } from "../../prisma/seed/organisations";
import { GOLESTAN } from "./actors";

/** Bodies that have an office in every county of the tests' province. */
const IN_COUNTIES = ["county-governorate", "education", "power-distribution"];

/** As the owner of the database, for what no command of the product does. */
export async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Opens one office of a body in a place; answers its id. */
export async function openOffice(
  owner: pg.Client,
  divisionId: number,
  code: string,
  openedOn = "2020-01-01",
): Promise<string> {
  const fact = organisations.find((organisation) => organisation.code === code);
  const place = divisions.find((division) => division.id === divisionId);
  const level = divisionId % 1000 === 0 ? "province" : "county";
  const names = fact && place ? officeNames(fact, level, place) : null;
  if (!names) throw new Error(`${code} has no office in ${divisionId}`);
  const id = uuidv7();
  await owner.query(
    `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
     select $1, $2, o.id, $3, $4, $5 from organisation o where o.code = $6`,
    [divisionId, id, names.nameFa, names.nameEn, openedOn, code],
  );
  return id;
}

/**
 * Opens every provincial office of Golestan, and three offices in each of its counties; answers their ids by
 * `division code`, and how many executive bodies the province has.
 */
export async function openOfficesOfGolestan(): Promise<{ ids: Map<string, string>; executives: number }> {
  return asOwner(async (owner) => {
    const ids = new Map<string, string>();
    const provincial = organisations.filter((organisation) => levelsOf(organisation).includes("province"));
    for (const { code } of provincial)
      ids.set(`${GOLESTAN} ${code}`, await openOffice(owner, GOLESTAN, code));
    for (const county of divisions.filter((division) => division.parentId === GOLESTAN)) {
      for (const code of IN_COUNTIES)
        ids.set(`${county.id} ${code}`, await openOffice(owner, county.id, code));
    }
    return { ids, executives: provincial.filter(({ kind }) => kind === "executive").length };
  });
}
