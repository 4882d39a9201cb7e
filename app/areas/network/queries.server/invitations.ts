import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { LARGEST_PAGE } from "~/lib/paging";
import type { Channel, KeptState } from "../choices";
import { invitationOf, type LeftOut } from "../lists/invitation";
import type { Way } from "../people/ways";
import { peopleOfList } from "./lists";

export type Invitee = {
  id: string;
  fullName: string;
  state: KeptState;
  mobile: string | null;
  locality: string | null;
  by: Channel;
  /** His name on a messenger, for who has no number. */
  handle: string | null;
};

/** Whom an invitation of a saved list goes to and how, and who is left out and why. */
export type InvitationSheet = {
  invited: Invitee[];
  leftOut: { id: string; fullName: string; why: LeftOut }[];
  next: string | null;
};

/** Of whom nothing is written down. */
export const UNKNOWN_REACH = { preferred: null, ways: [], named: [], handle: null };

/** How the people with these ids may be reached. */
export async function reachOfEach(db: Db, divisionId: number, ids: readonly string[]) {
  const rows = await db.$queryRaw<
    { id: string; preferred: Way | null; barred: Way[]; named: Way[]; handle: string | null }[]
  >`
    select p.id::text, p.preferred_way as preferred,
      array(select w.way from person_way w where w.division_id = p.division_id and w.person_id = p.id
        and w.handle is not null) as named,
      (select w.handle from person_way w where w.division_id = p.division_id and w.person_id = p.id
        and w.handle is not null and w.barred_on is null
        order by (w.way = p.preferred_way) desc nulls last, w.consented_on nulls last, w.way limit 1) as handle,
      array(select w.way from person_way w
        where w.division_id = p.division_id and w.person_id = p.id and w.barred_on is not null) as barred
    from person p where p.division_id = ${divisionId} and p.id = any(${[...ids]}::uuid[])`;
  return new Map(
    rows.map(({ barred, id, ...reach }) => [
      id,
      { ...reach, ways: barred.map((way) => ({ way, isBarred: true })) },
    ]),
  );
}

/** The invitation of a saved list, a page of 200 at a time, by name. Refuses `missing`. */
export async function invitationSheet(
  db: Db,
  place: Pick<Place, "id" | "ancestors">,
  list: { id: string; readerKeys: readonly string[] },
  today: IsoDate,
  after?: string | null,
): Promise<InvitationSheet> {
  const page = await peopleOfList(db, place, list, today, { after, size: LARGEST_PAGE });
  const reach = await reachOfEach(
    db,
    place.id,
    page.rows.map(({ id }) => id),
  );
  const sheet: InvitationSheet = { invited: [], leftOut: [], next: page.next };
  for (const { id, fullName, state, noContact, mobile, locality } of page.rows) {
    const known = reach.get(id) ?? UNKNOWN_REACH;
    const answer = invitationOf({ state, noContact, mobile, ...known });
    const handle = mobile === null ? known.handle : null;
    if ("by" in answer) sheet.invited.push({ id, fullName, state, mobile, handle, locality, by: answer.by });
    else sheet.leftOut.push({ id, fullName, why: answer.leftOut });
  }
  return sheet;
}

/** How each of these people may be asked, or why not; by their ids. */
export async function invitableEach(
  db: Db,
  divisionId: number,
  people: readonly { id: string; state: KeptState; noContact: boolean; mobile: string | null }[],
): Promise<Map<string, ReturnType<typeof invitationOf>>> {
  const reach = await reachOfEach(
    db,
    divisionId,
    people.map(({ id }) => id),
  );
  return new Map(
    people.map(({ id, state, noContact, mobile }) => [
      id,
      invitationOf({ state, noContact, mobile, ...(reach.get(id) ?? UNKNOWN_REACH) }),
    ]),
  );
}
