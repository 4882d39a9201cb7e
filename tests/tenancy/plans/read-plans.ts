import pg from "pg";
import { vi } from "vitest";
import type { Actor } from "~/kernel/actor";
import { within, type Db } from "~/kernel/db.server";
import { unitHere } from "~/kernel/unit.server";

export type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
};

type Sent = { name: string; text: string; values: unknown[] };

/** With the values at hand, and without them as a statement that was sent often enough. */
export const MODES = ["force_custom_plan", "force_generic_plan"] as const;
export type Mode = (typeof MODES)[number];

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows that a node touched, those it threw away included. */
export const touched = (node: Node) =>
  (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) {
    const parts = value.map((one) => `"${String(one).replace(/["\\]/g, "\\$&")}"`);
    return pg.escapeLiteral(`{${parts.join(",")}}`);
  }
  return pg.escapeLiteral(String(value));
}

const isSent = (query: unknown): query is Sent =>
  typeof query === "object" && query !== null && "name" in query && typeof query.name === "string";

const isScope = (text: string) => text.startsWith("select set_config(");

/** The statements that `work` sends under a name, as they leave for the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  const calls = query.mock.calls.length;
  await work();
  const sent = (query.mock.calls as unknown[][]).slice(calls).map(([first]) => first);
  return sent
    .filter(isSent)
    .filter(({ name, text }) => name !== "" && /^\s*\(?(select|with)/i.test(text) && !isScope(text));
}

type Options = { door?: boolean };

/**
 * The plans of every statement that a query of ours sends: of the statement prepared under its name on the
 * application's own connection, within the actor's scope.
 */
export async function plansOf(
  actor: Actor,
  work: (db: Db) => Promise<unknown>,
  { door }: Options = {},
): Promise<Map<Mode, Node[]>> {
  const sent = await statementsOf(() => within(actor, work, { readOnly: true, door }));
  if (sent.length === 0) throw new Error("nothing was sent to the database");
  const plans = new Map<Mode, Node[]>();
  const explain = async () => {
    const connection = unitHere();
    for (const mode of MODES) {
      await connection.query({ text: `set local plan_cache_mode = ${mode}` });
      const nodes: Node[] = [];
      for (const { name, values } of sent) {
        const given = values.length > 0 ? `(${values.map(literal).join(", ")})` : "";
        const { rows } = await connection.query<{ "QUERY PLAN": { Plan: Node }[] }>({
          text: `explain (analyze, format json) execute "${name}" ${given}`,
        });
        nodes.push(...rows.flatMap((row) => row["QUERY PLAN"]).flatMap(({ Plan }) => nodesOf(Plan)));
      }
      plans.set(mode, nodes);
    }
  };
  await within(actor, explain, { readOnly: true, door });
  return plans;
}
