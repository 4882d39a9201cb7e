-- Search as one types walks an index that starts with the place. Under a policy only comparisons that leak nothing may
-- do that, and of those on text only < and = are: so every beginning of a word stands in a row of its own, as the rest
-- of the key from that word on, once with its spaces and once glued, and a search is a range of one of the two.
create function search_tails(key text) returns table (place smallint, tail text, glued text)
  language sql immutable parallel safe as $$
  select (n - 1)::smallint, array_to_string(words[n:], ' '), array_to_string(words[n:], '')
  from (select array_remove(string_to_array(translate(key, '()[]{}"''-.,;:/\|+*', repeat(' ', 18)), ' '), '') as words) cut,
    generate_subscripts(words, 1) n
$$;

-- A person is found by every word of the key, by the second half of a word written with a half-space, and by the
-- mobile number's first, last seven and last four digits.
create function person_tails(key text, full_name text, mobile text) returns table (place smallint, tail text, glued text)
  language sql immutable parallel safe as $$
  select * from search_tails(key)
  union all
  select (20 + n)::smallint, part, replace(part, ' ', '')
  from (select n, translate(lower(half), U&'\0622\0623\0625\0624\0626\06C0\0629', U&'\0627\0627\0627\0648\06CC\0647\0647') as part
    from regexp_split_to_table(full_name, U&'\200C') with ordinality halves (half, n) where n > 1) parts
  where part <> ''
  union all
  select (60 + n)::smallint, digits, digits
  from (select right(mobile, 10), 1 union all select right(mobile, 7), 2 union all select right(mobile, 4), 3) numbers (digits, n)
  where mobile is not null
$$;

CREATE TABLE "person_word" (
  "division_id" INTEGER NOT NULL,
  "person_id" UUID NOT NULL,
  "place" SMALLINT NOT NULL,
  "tail" TEXT COLLATE "C" NOT NULL,
  "glued" TEXT COLLATE "C" NOT NULL,
  CONSTRAINT "person_word_pkey" PRIMARY KEY ("division_id", "person_id", "place")
);
ALTER TABLE "person_word" ADD CONSTRAINT "person_word_division_id_person_id_fkey" FOREIGN KEY ("division_id", "person_id")
  REFERENCES "person"("division_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
insert into person_word select p.division_id, p.id, w.* from person p, person_tails(p.search_key, p.full_name, p.mobile) w;
CREATE INDEX "person_word_start" ON "person_word" ("division_id", "tail", "person_id") WHERE "place" = 0;
CREATE INDEX "person_word_tail" ON "person_word" ("division_id", "tail", "person_id");
CREATE INDEX "person_word_glued" ON "person_word" ("division_id", "glued", "person_id");
select tenancy.declare('person_word', 'exact', '{place}', '{}', true);
select tenancy.keep_place('person_word');

-- Both run as whoever writes the person, in the same place. Many rows of one statement are cut at once.
create function person_is_written() returns trigger language plpgsql as $$
begin
  insert into person_word select p.division_id, p.id, w.*
    from written p, person_tails(p.search_key, p.full_name, p.mobile) w;
  return null;
end
$$;
create trigger person_written after insert on person referencing new table as written
  for each statement execute function person_is_written();
create function person_is_rewritten() returns trigger language plpgsql as $$
begin
  delete from person_word where division_id = new.division_id and person_id = new.id;
  insert into person_word select new.division_id, new.id, w.*
    from person_tails(new.search_key, new.full_name, new.mobile) w;
  return null;
end
$$;
create trigger person_rewritten after update of full_name, search_key, mobile on person for each row
  when ((old.full_name, old.search_key, old.mobile) is distinct from (new.full_name, new.search_key, new.mobile))
  execute function person_is_rewritten();

-- Circles: seen from above as well, hence a table of their own.
ALTER TABLE "circle" ADD COLUMN "search_key" TEXT NOT NULL DEFAULT '';
update circle set search_key = lower(translate(name || ' ' || topic,
  U&'\064A\0643\0622\0623\0625\0624\0626\06C0\0629\200C', U&'\06CC\06A9\0627\0627\0627\0648\06CC\0647\0647'));
CREATE TABLE "circle_word" (
  "division_id" INTEGER NOT NULL,
  "circle_id" UUID NOT NULL,
  "place" SMALLINT NOT NULL,
  "tail" TEXT COLLATE "C" NOT NULL,
  "glued" TEXT COLLATE "C" NOT NULL,
  CONSTRAINT "circle_word_pkey" PRIMARY KEY ("division_id", "circle_id", "place")
);
ALTER TABLE "circle_word" ADD CONSTRAINT "circle_word_division_id_circle_id_fkey" FOREIGN KEY ("division_id", "circle_id")
  REFERENCES "circle"("division_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
insert into circle_word select c.division_id, c.id, w.* from circle c, search_tails(c.search_key) w;
CREATE INDEX "circle_word_glued" ON "circle_word" ("division_id", "glued", "circle_id");
select tenancy.declare('circle_word', 'nested', '{place}', '{}', true);
select tenancy.keep_place('circle_word');
create function circle_is_written() returns trigger language plpgsql as $$
begin
  delete from circle_word where division_id = new.division_id and circle_id = new.id;
  insert into circle_word select new.division_id, new.id, w.* from search_tails(new.search_key) w;
  return null;
end
$$;
create trigger circle_written after insert or update of search_key on circle for each row
  execute function circle_is_written();
