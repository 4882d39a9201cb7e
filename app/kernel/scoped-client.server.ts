import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** Statements that each connection may keep prepared; the code has fewer, a list built in a loop would have more. */
const MOST_PREPARED = 500;
const prepared = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared: PostgreSQL then parses, rewrites by the policies and
 * plans it once instead of every time. Nameless beyond the limit.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  if (prepared.size >= MOST_PREPARED) return "";
  const name = `s${prepared.size}`;
  prepared.set(sql, name);
  return name;
}

/** No connection is open any more: the next ones begin to count anew. */
export const forgetStatements = (): void => prepared.clear();

type Opening = {
  settings: Readonly<Record<string, string>>;
  readOnly: boolean;
  isTaken: boolean;
  /** The connection of the transaction, from its beginning to its end. */
  client?: ScopedClient;
};

const opening = new AsyncLocalStorage<Opening>();

/**
 * Runs `work`, which opens exactly one transaction: its first statement sets `settings` for that transaction alone, in
 * the same round trip as BEGIN.
 */
export const openingWith = <T>(
  settings: Readonly<Record<string, string>>,
  readOnly: boolean,
  work: () => Promise<T>,
): Promise<T> => opening.run({ settings, readOnly, isTaken: false }, work);

/** The way to the connection of the unit of work that is open here. It throws when that has ended: the connection may be another's. */
export function connectionOfUnit(): () => pg.Client {
  const unit = opening.getStore();
  return () => {
    if (!unit?.client) throw new Error("the unit of work has ended");
    return unit.client;
  };
}

/** Throws where no scope was given, or it opened a transaction already: a transaction never begins with another's. */
function take(): Opening {
  const given = opening.getStore();
  if (!given || given.isTaken) throw new Error("a transaction begins only in within(), once");
  given.isTaken = true;
  return given;
}

function openingStatement(given: Opening): string {
  const settings = Object.entries(given.settings).map(([name, value]) => {
    if (value.includes("\0")) throw new Error(`the setting ${name} holds a character that no text has`);
    return `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`;
  });
  return `begin ${given.readOnly ? "read only" : "read write"}; select ${settings.join(", ")}`;
}

const textOf = (query: unknown): unknown =>
  typeof query === "object" && query !== null && "text" in query ? query.text : undefined;

/** A connection whose transactions begin with the scope of the unit of work that opens them. */
export class ScopedClient extends pg.Client {
  private unit?: Opening;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (query: unknown, ...rest: unknown[]) => unknown;
    this.query = ((query: unknown, ...rest: unknown[]) => {
      const text = textOf(query);
      if (text === "COMMIT" || text === "ROLLBACK") this.leave();
      return send(text === "BEGIN" ? this.begin() : query, ...rest);
    }) as typeof this.query;
  }

  private begin(): string {
    this.leave();
    this.unit = take();
    this.unit.client = this;
    return openingStatement(this.unit);
  }

  private leave(): void {
    if (this.unit) this.unit.client = undefined;
    this.unit = undefined;
  }
}
