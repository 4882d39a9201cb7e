import pg from "pg";
import { Prisma } from "../../prisma/generated/client";
import { connectionOfUnit, statementName } from "./scoped-client.server";

const { types } = pg;
const { builtins } = types;
type Parser = (text: string) => unknown;

/** Values as Prisma gives them: whole numbers beyond 2^53 exact, days and instants in UTC. */
const PARSERS = new Map<number, Parser>([
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  [builtins.DATE, (text) => new Date(`${text}T00:00:00Z`)],
  [builtins.TIMESTAMP, (text) => new Date(`${text.replace(" ", "T")}Z`)],
]);

const asInPrisma = {
  getTypeParser: (oid: number, format?: string): Parser =>
    PARSERS.get(oid) ?? (types.getTypeParser(oid, format as "text") as Parser),
};

function given(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(given);
  return Prisma.Decimal.isDecimal(value) ? value.toFixed() : value;
}

type Words = TemplateStringsArray | Prisma.Sql;
const statementOf = (words: Words, values: readonly unknown[]): Prisma.Sql =>
  "raw" in words ? Prisma.sql(words, ...values) : words;

/**
 * Written statements of the unit of work that is open here, on its own connection. Prisma's would carry every row
 * through its own protocol, which costs four times the statement.
 */
function writtenStatements() {
  const connection = connectionOfUnit();
  const run = (words: Words, values: readonly unknown[]) => {
    const statement = statementOf(words, values);
    const { text } = statement;
    return connection().query<pg.QueryResultRow>({
      name: statementName({ sql: text }),
      text,
      values: statement.values.map(given),
      types: asInPrisma as pg.CustomTypesConfig,
    });
  };
  return {
    $queryRaw: async (words: Words, ...values: unknown[]) => (await run(words, values)).rows,
    $executeRaw: async (words: Words, ...values: unknown[]) => (await run(words, values)).rowCount ?? 0,
  };
}

/** The transaction of the unit of work that is open here, with its written statements on their short way. */
export function withWritten(transaction: Prisma.TransactionClient): Prisma.TransactionClient {
  const written = writtenStatements();
  return new Proxy(transaction, {
    get: (target, name: keyof Prisma.TransactionClient) =>
      name in written ? written[name as keyof typeof written] : target[name],
  });
}
