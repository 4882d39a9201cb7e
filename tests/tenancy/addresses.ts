import { ownerRows } from "../setup/owner";

/** The address of a route with `place`, the `division` below it, `params` and, for every other part, `record`. */
export function addressOf(
  routes: Record<string, { path?: string; parentId?: string } | undefined>,
  id: string,
  place: number,
  record: string,
  division: number = place,
  params: Record<string, string> = {},
): string {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts
    .join("/")
    .replace(":place", String(place))
    .replace(":division", String(division))
    .replace(/:([a-zA-Z]+)\??/g, (_, name: string) => params[name] ?? record)}`;
}

/** The newest rows in a table of a place; never the appointment by which a test itself is signed in. */
export async function recordsIn(
  table: string,
  place: number,
  count: number,
  states?: readonly string[],
): Promise<string[]> {
  const others = table === "appointment" ? "and created_by_key <> 'test'" : "";
  const inStates = states ? "and state = any($3)" : "";
  const rows = await ownerRows<{ id: string }>(
    `select id from "${table}" where division_id = $1 ${others} ${inStates} order by id desc limit $2`,
    states ? [place, count, states] : [place, count],
  );
  if (rows.length === 0) throw new Error(`the sample has no ${table} in ${place}`);
  return rows.map(({ id }) => id);
}

export async function recordIn(table: string, place: number, states?: readonly string[]): Promise<string> {
  const [id] = await recordsIn(table, place, 1, states);
  return id ?? "";
}
