import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient, type Prisma } from "../../prisma/generated/client";
import { statementName } from "./statement-name.server";
import { unitHere, type Unit } from "./unit.server";

type Transaction = Prisma.TransactionClient;
type Method = (...given: unknown[]) => Promise<unknown>;

/** What Prisma says to begin and end a transaction: the unit does both. */
const FRAME = new Set(["BEGIN", "COMMIT", "ROLLBACK"]);
const NOTHING = { rows: [], fields: [], rowCount: 0 };

/** A unit as Prisma's adapter knows a connection. */
const asConnection = (unit: Unit) => ({
  query: (statement: pg.QueryConfig) =>
    FRAME.has(statement.text) ? Promise.resolve(NOTHING) : unit.query(statement),
  on: () => {},
  removeListener: () => {},
  release: () => {},
});

/** What Prisma takes for its connections: it gives the one of the unit that is open where it is asked. */
class PoolOfUnits extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(...given: Parameters<pg.Pool["connect"]>): void;
  override connect(): Promise<pg.PoolClient> {
    return Promise.resolve(asConnection(unitHere()) as unknown as pg.PoolClient);
  }
}

const client = new PrismaClient({
  adapter: new PrismaPg(new PoolOfUnits(), { statementNameGenerator: statementName }),
});

/** Prisma's own transaction, kept open until `end`. */
function opened(timeout: number) {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let over: Promise<unknown> = Promise.resolve();
  const transaction = new Promise<Transaction>((resolve, reject) => {
    over = client.$transaction(
      (one) => {
        resolve(one);
        return ended;
      },
      { timeout },
    );
    over.catch(reject);
  });
  return {
    transaction,
    end: async () => {
      end();
      // What went wrong here failed a statement, or the unit itself says it when it is committed.
      await over.catch(() => {});
    },
  };
}

/**
 * Prisma's models on the connection of the unit that is open here. Prisma's machinery of a transaction costs as much as
 * some statements: it begins with the first model that is asked for, and not for a unit that asks for none.
 */
export function modelsOfUnit(timeout: number) {
  let open: ReturnType<typeof opened> | undefined;
  const transaction = () => (open ??= opened(timeout)).transaction;
  /** `path` is a model and its method, or one of the methods that Prisma writes with a dollar. */
  const calling =
    (...path: string[]): Method =>
    async (...given) => {
      let owner: unknown = await transaction();
      for (const name of path.slice(0, -1)) owner = (owner as Record<string, unknown>)[name];
      return (owner as Record<string, Method>)[path.at(-1) ?? ""]?.(...given);
    };
  const modelOf = (model: string) => new Proxy({}, { get: (_, method: string) => calling(model, method) });
  return {
    get: (name: string): unknown =>
      name === "then" ? undefined : name.startsWith("$") ? calling(name) : modelOf(name),
    end: async () => open?.end(),
  };
}
