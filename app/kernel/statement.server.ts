import pg from "pg";
import { Prisma } from "../../prisma/generated/client";
import { statementName } from "./statement-name.server";
import type { Unit } from "./unit.server";

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

/** Texts of statements by the place in the code where they are written, which has one array of words. */
const written = new WeakMap<TemplateStringsArray, string>();

function textAt(words: TemplateStringsArray): string {
  const known = written.get(words);
  if (known !== undefined) return known;
  const text = words.reduce((before, part, index) => `${before}$${index}${part}`);
  written.set(words, text);
  return text;
}

const isSql = (value: unknown) => typeof value === "object" && value instanceof Prisma.Sql;

function statementOf(words: Words, values: readonly unknown[]): Pick<Prisma.Sql, "text" | "values"> {
  if ("raw" in words && !values.some(isSql)) return { text: textAt(words), values: [...values] };
  return "raw" in words ? Prisma.sql(words, ...values) : words;
}

/**
 * Written statements of a unit of work, on its own connection. Prisma's would carry every row through its own protocol,
 * which costs four times the statement.
 */
export function writtenStatements(unit: Unit) {
  const run = (words: Words, values: readonly unknown[]) => {
    const { text, values: handed } = statementOf(words, values);
    return unit.query<pg.QueryResultRow>({
      name: statementName({ sql: text }),
      text,
      values: handed.map(given),
      types: asInPrisma as pg.CustomTypesConfig,
    });
  };
  return {
    $queryRaw: async (words: Words, ...values: unknown[]) => (await run(words, values)).rows,
    $executeRaw: async (words: Words, ...values: unknown[]) => (await run(words, values)).rowCount ?? 0,
  };
}
