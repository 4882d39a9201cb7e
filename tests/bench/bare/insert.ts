/** The least that a create over HTTP can be: a form's fields into one row, answered as JSON. */
import { uuidv7 } from "~/lib/identifiers";
import { serveBare } from "./answer";

serveBare(async (pool, request, response) => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const form = new URLSearchParams(body);
  const id = uuidv7();
  await pool.query(
    `insert into circle (division_id, id, name, topic, formed_on, created_at, created_by_key)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [28_005, id, form.get("name"), form.get("topic"), "2026-10-01", new Date(), "bare"],
  );
  response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify({ id }));
});
