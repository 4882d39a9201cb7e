import { parseArgs } from "node:util";
import { speakAside, giveUp, Fault, secondsSince } from "../../scripts/setup/say.mjs";
import { forgetWork } from "./application";
import { openCountry, type Country } from "./country";
import { rows } from "./rows";
import type { Measured, Row } from "./row";
import { asJson, asTable, type Result } from "./table";

const USAGE = "Usage: npm run bench [-- --json] [-- --only PREFIX]";

/** Multiplies the people of the sample, so that a list of fifty is full. */
const SCALE = 3;

function wishes(): { json: boolean; chosen: readonly Row[] } {
  try {
    const { values } = parseArgs({
      options: { json: { type: "boolean", default: false }, only: { type: "string", default: "" } },
    });
    const chosen = rows.filter(({ id }) => id.startsWith(values.only));
    if (chosen.length === 0)
      throw new Fault(`No row begins with "${values.only}". Rows: ${rows.map(({ id }) => id).join(", ")}.`);
    return { json: values.json, chosen };
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Says on the error output how far it is: what is printed on the other is the result alone. */
const tell = (line: string) => process.stderr.write(`${line}\n`);

async function alone(row: Row, country: Country): Promise<Measured> {
  try {
    return await row.measure(country);
  } finally {
    await forgetWork(country);
  }
}

async function run(): Promise<number> {
  speakAside();
  const { json, chosen } = wishes();
  const results: Result[] = [];
  const began = performance.now();
  let country: Country | undefined;
  let isAsked = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isAsked) return;
    isAsked = true;
    tell(`${signal}: stopping …`);
    void country?.close().finally(() => process.exit(130));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  let failed = 0;
  try {
    country = await openCountry(SCALE);
    tell(`The bench's country is ready (${secondsSince(began)}).`);
    for (const row of chosen) {
      const start = performance.now();
      try {
        const measured = await alone(row, country);
        results.push({ row, measured });
        tell(`${row.id}  ${measured.ratio.toFixed(2)} (goal ${row.goal}; ${secondsSince(start)})`);
      } catch (error) {
        if (isAsked) return 130;
        failed++;
        tell(
          `${row.id}  could not be measured: ${String(error instanceof Fault ? error.message : (error as Error).stack)}`,
        );
      }
    }
  } finally {
    if (!isAsked) await country?.close();
  }
  process.stdout.write(json ? `${JSON.stringify(asJson(results), null, 2)}\n` : `${asTable(results)}\n`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (error) {
  giveUp(error);
}
