import { Prisma } from "~/kernel/db.server";
import { TABLES_OF_A_PERSON } from "../people/tables-of-a-person";
import { FOLLOWING, TRACED } from "./undo";

const { sql } = Prisma;

export type OfList = { divisionId: number; importId: string };

/** Whether a person of a trace `t` has something of his own, by every table that refers to people. */
const TOUCHED = (divisionId: number) =>
  Object.entries(TABLES_OF_A_PERSON).flatMap(([name, { touch }]) => {
    const [table, column] = name.split(".").map((part) => Prisma.raw(`"${part}"`));
    return touch === null || !table || !column
      ? []
      : [
          sql`case when exists (select from ${table} x where x.division_id = ${divisionId} and x.${column} = t.person_id)
            then ${touch} end`,
        ];
  });

/** Memberships of a trace `t` that stand as the list left them. */
const STANDING = (divisionId: number) => sql`select from membership m where m.division_id = ${divisionId}
  and m.person_id = t.person_id and m.id = any (t.membership_ids) and m.to_on is null and m.role = 'member'`;

/**
 * Of whom a list brought in: why each stays, in `reasons`; nothing, where nobody touched him since. A table to come that refers
 * to people counts from the day on which it stands in `TABLES_OF_A_PERSON`.
 */
export const judgedNew = ({ divisionId, importId }: OfList) => sql`
  select t.person_id as id, t.batch, case
      when p.id is null then array['merged']
      when p.state = 'cancelled' then array['cancelled']
      else array(select distinct reason from unnest(array[
        case when p.revision <> t.revision then 'edited' end,
        case when p.no_contact or p.preferred_way is not null then 'way' end,
        case when (select count(*) from person_state_change s
          where s.division_id = ${divisionId} and s.person_id = t.person_id) > 1 then 'step' end,
        case when (select count(*) from membership m where m.division_id = ${divisionId} and m.person_id = t.person_id)
            <> cardinality(t.membership_ids)
          or (select count(*) from (${STANDING(divisionId)}) standing) <> cardinality(t.membership_ids)
          then 'membership' end,
        ${Prisma.join(TOUCHED(divisionId))}]) reason where reason is not null order by reason)
    end as reasons
  from person_import_trace t left join person p on p.division_id = ${divisionId} and p.id = t.person_id
  where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and t.is_new and t.outcome is null`;

/**
 * Of whom a list changed: which values go back to what they were (`back`), and why others do not. A value goes back where it
 * stands as the list left it.
 */
export const judgedKnown = ({ divisionId, importId }: OfList) => sql`
  select t.person_id as id, t.batch, t.membership_ids as "membershipIds", judged.reasons,
    case when p.id is null or p.state = 'cancelled' then '{}'
      else (t.before - judged.reasons - ${Object.values(FOLLOWING)}::text[])
        -- A number that is somebody else's by now stays his.
        - case when 'number-taken' = any (judged.reasons) then 'mobile' else '' end
    end as back
  from person_import_trace t left join person p on p.division_id = ${divisionId} and p.id = t.person_id
    cross join lateral (select case
      when p.id is null then array['merged']
      when p.state = 'cancelled' then array['cancelled']
      else array(
        select key from unnest(${TRACED}::text[]) key
          where t.after ? key and to_jsonb(p)->key is distinct from t.after->key
        union all select 'number-taken' where t.before->>'mobile' is not null and p.mobile = t.after->>'mobile'
          and exists (select from person o where o.division_id = ${divisionId} and o.mobile = t.before->>'mobile' and o.id <> p.id)
        union all select 'circle'
          where (select count(*) from (${STANDING(divisionId)}) standing) <> cardinality(t.membership_ids)
        order by 1) end as reasons) judged
  where t.division_id = ${divisionId} and t.import_id = ${importId}::uuid and not t.is_new and t.outcome is null`;
