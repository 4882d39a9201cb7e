import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { stepsBackWith } from "./priority.server";
import { statementName } from "./statement-name.server";

/** The scope with which a unit begins, and whether it may write. */
export type Opening = { settings: Readonly<Record<string, string>>; readOnly: boolean };

/**
 * The scope as a statement that a connection keeps prepared: its text is the same for everybody, and what differs is bound.
 * Written out with its values it would be parsed and planned anew for every unit, which costs more than most statements.
 */
function scopeStatement(settings: Opening["settings"]): pg.QueryConfig {
  const names = Object.keys(settings);
  const values = Object.values(settings);
  for (const [index, value] of values.entries()) {
    if (value.includes("\0"))
      throw new Error(`the setting ${names[index]} holds a character that no text has`);
  }
  const set = names.map((name, index) => `set_config(${pg.escapeLiteral(name)}, $${index + 1}, true)`);
  const text = `select ${set.join(", ")}`;
  return { name: statementName({ sql: text }), text, values };
}

/**
 * One transaction on one connection, with its scope. Statements leave in the order in which they are asked for, without
 * waiting for the answers of those before; what is asked for in one go leaves in one go.
 */
export class Unit {
  private isOpen = true;
  private isGathering = false;
  private isLastGo = false;
  private committed: Promise<pg.QueryResult> | undefined;
  private readonly last: Promise<unknown>[] = [];

  constructor(private readonly client: pg.Client) {}

  /** Throws once the unit has ended: the connection may be another's by then. */
  query<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    if (!this.isOpen) return Promise.reject(new Error("the unit of work has ended"));
    return this.send(statement);
  }

  /** What leaves together with the end of the unit: a statement whose answer nothing waits for. */
  lastly(statement: Promise<unknown>): void {
    this.last.push(statement);
  }

  /** What is asked for in this go is the last: the commit leaves with it, and whatever is asked for later is refused. */
  endWithThisGo(): void {
    this.isLastGo = true;
  }

  begin(readOnly: boolean, scope: pg.QueryConfig): void {
    // A beginning that fails leaves a transaction in which every statement fails, and the commit too.
    this.send({ text: readOnly ? "begin read only" : "begin read write" }).catch(() => {});
    this.send(scope).catch(() => {});
  }

  async commit(): Promise<void> {
    this.isOpen = false;
    this.committed ??= this.send({ text: "commit" });
    await Promise.all(this.last);
    if ((await this.committed).command !== "COMMIT")
      throw new Error("a unit with a failed statement was undone");
  }

  async rollback(): Promise<void> {
    this.isOpen = false;
    await this.send({ text: "rollback" });
  }

  private send<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    if (!this.isGathering) {
      const { stream } = this.client.connection;
      this.isGathering = true;
      stream.cork();
      process.nextTick(() => {
        if (this.isLastGo && this.isOpen) {
          this.isOpen = false;
          this.committed = this.client.query("commit");
          // Whoever waits for the unit hears of it in `commit`, unless what it did failed before.
          this.committed.catch(() => {});
        }
        this.isGathering = false;
        stream.uncork();
      });
    }
    return this.client.query<Row>(statement);
  }
}

const openUnit = new AsyncLocalStorage<Unit>();

/** Whether a unit of work is open here: what takes long (hashing, files, mail) refuses to run inside one. */
export const isInUnit = (): boolean => openUnit.getStore() !== undefined;

/** The unit of work that is open here. */
export function unitHere(): Unit {
  const unit = openUnit.getStore();
  if (!unit) throw new Error("a transaction begins only in within()");
  return unit;
}

/** Longest wait for a connection, in milliseconds. */
const MOST_WAIT = 10_000;

/** The connections of a role to its database, on which units of work run. */
export class Units {
  private readonly pool: pg.Pool;

  constructor(connectionString: string, max: number) {
    // With `pipeline` pg itself sends without waiting; a client without it queues what is asked for meanwhile, and pg 9
    // will refuse that.
    this.pool = new pg.Pool({ connectionString, max, pipeline: true, connectionTimeoutMillis: MOST_WAIT });
    // A connection that breaks fails the statements on it, and those say so; an idle one is replaced by the next unit.
    this.pool.on("error", () => {});
    this.pool.on("connect", (client) => {
      client.on("error", () => {});
      const { host, processID } = client as unknown as { host: string; processID: number };
      stepsBackWith({ host, pid: processID });
    });
  }

  /**
   * Runs `work` in a unit of its own: commits what it did, or undoes it when it throws or takes longer than `timeout`
   * milliseconds.
   */
  async run<T>(opening: Opening, timeout: number, work: (unit: Unit) => Promise<T>): Promise<T> {
    const scope = scopeStatement(opening.settings);
    const client = (await this.pool.connect()) as pg.PoolClient & pg.Client;
    const unit = new Unit(client);
    unit.begin(opening.readOnly, scope);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`a unit of work took longer than ${timeout} ms`)), timeout);
    });
    try {
      const result = await Promise.race([openUnit.run(unit, () => work(unit)), late]);
      await unit.commit();
      client.release();
      return result;
    } catch (error) {
      const undone = unit.rollback().then(
        () => client.release(),
        (failure: Error) => client.release(failure),
      );
      // A statement that still runs is waited for no longer than the unit may last.
      await Promise.race([undone, late]).catch(() => {});
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** A statement without a scope: it sees no row of any table that has one. */
  async unscoped<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    return (await this.pool.query<Row>(text)).rows;
  }

  async end(): Promise<void> {
    await this.pool.end();
  }
}
