import { ownerRows } from "../setup/owner";

/** The address of a route with `place` and, for every other parameter, `record`. */
export function addressOf(
  routes: Record<string, { path?: string; parentId?: string } | undefined>,
  id: string,
  place: number,
  record: string,
): string {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts
    .join("/")
    .replace(":place", String(place))
    .replace(/:[a-zA-Z]+\??/g, record)}`;
}

/** The newest row that the sample made in a table of a place. */
export async function recordIn(table: string, place: number): Promise<string> {
  const [row] = await ownerRows<{ id: string }>(
    `select id from "${table}" where division_id = $1 order by id desc limit 1`,
    [place],
  );
  if (!row) throw new Error(`the sample has no ${table} in ${place}`);
  return row.id;
}
