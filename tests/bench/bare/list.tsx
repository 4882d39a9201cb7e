/** The least that a list page can be: the scope and one statement, and the rows as a plain table, compressed. */
import { gzipSync } from "node:zlib";
import { renderToString } from "react-dom/server";
import { serveBare } from "./answer";

type Person = Record<string, string | null> & { id: string; circles: never };

const LIST = `select p.id::text, p.full_name, p.mobile, p.tier, p.state, p.locality, p.quiet_since::text,
    array_to_string(own.names, '، ') as circle_names, last.happened_on::text, last.outcome
  from (select * from person where division_id = $1 and state in ('identified', 'invited', 'active') order by search_key, id limit 51) p
  left join lateral (select c.happened_on, c.outcome from contact c
    where c.division_id = p.division_id and c.person_id = p.id
    order by c.happened_on desc, c.id desc limit 1) last on true
  left join lateral (select array_agg(ci.name order by m.from_on, ci.name) as names from membership m
    join circle ci on ci.division_id = m.division_id and ci.id = m.circle_id
    where m.division_id = p.division_id and m.person_id = p.id and m.to_on is null) own on true
  order by p.search_key, p.id`;

const SCOPE = `begin read only; select set_config('app.kind', 'staff', true), set_config('app.lo', '28005', true),
  set_config('app.hi', '28005', true), set_config('app.division', '28005', true)`;

const COLUMNS = ["circle_names", "locality", "tier", "quiet_since", "happened_on", "outcome"];

function Page({ people }: { people: Person[] }) {
  return (
    <html lang="fa" dir="rtl">
      <body>
        <table>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <td>
                  <a href={`/28005/network/people/${person.id}`}>{person.full_name}</a>
                </td>
                {COLUMNS.map((column) => (
                  <td key={column}>{person[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </body>
    </html>
  );
}

serveBare(async (pool, _request, response) => {
  const client = await pool.connect();
  try {
    await client.query(SCOPE);
    const { rows } = await client.query<Person>({ name: "list", text: LIST, values: [28_005] });
    await client.query("commit");
    const page = renderToString(<Page people={rows.slice(0, 50)} />);
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" })
      .end(gzipSync(`<!doctype html>${page}`));
  } finally {
    client.release();
  }
});
