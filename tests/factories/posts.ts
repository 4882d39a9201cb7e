import pg from "pg";
import { administratorActor } from "~/actor.server";
import { scopeOf, type Actor, type Role } from "~/kernel/actor";
import { uuidv7 } from "~/lib/identifiers";
import { AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION, placeAt, SARI } from "./actors";

/** The platform's administrator. */
export const anAdministrator = (): Actor => administratorActor({ id: uuidv7(), fullName: "راهبر سامانه" });

async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Sees to it that the places that tests name are there; the reference data may have brought them. */
export async function plantPlaces(): Promise<void> {
  await asOwner(async (owner) => {
    for (const id of [NATION, GOLESTAN, GORGAN, AQQALA, MAZANDARAN, SARI]) {
      const { nameFa, nameEn } = placeAt(id);
      const { level, ancestors } = scopeOf(id);
      await owner.query(
        `insert into division (id, parent_id, level, name_fa, name_en, valid_from, successor_ids)
         values ($1, $2, $3, $4, $5, '2011-03-21', '{}') on conflict do nothing`,
        [id, ancestors[1] ?? null, level, nameFa, nameEn],
      );
    }
  });
}

/** An open post of the role in the place. */
export async function aPost(divisionId: number, role: Role): Promise<{ divisionId: number; postId: string }> {
  const postId = uuidv7();
  await asOwner((owner) =>
    owner.query(
      `insert into post (division_id, id, role, title_fa, title_en, opened_on)
       values ($1, $2, $3, $3, $3, '2022-09-11')`,
      [divisionId, postId, role],
    ),
  );
  return { divisionId, postId };
}

/** An account that holds a post of the role in the place from long ago; its id. */
export async function aHolder(divisionId: number, role: Role, holderName = "نرگس شکیبا"): Promise<string> {
  const { postId } = await aPost(divisionId, role);
  const accountId = uuidv7();
  await asOwner((owner) =>
    owner.query(
      `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
       values ($1, $2, $3, $4, $5, '1', '2022-09-11', 'test')`,
      [divisionId, uuidv7(), postId, accountId, holderName],
    ),
  );
  return accountId;
}
