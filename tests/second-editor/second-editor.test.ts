import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Refusal } from "~/kernel/refusal";
import { GORGAN } from "../factories/actors";
import { openOfficesOfGolestan } from "../factories/offices";
import { plantPlaces } from "../factories/posts";
import type { Editing, Sent } from "./editings";
import { editingsOfBodies } from "./editings-of-bodies";
import { EDITINGS_OF_NETWORK } from "./editings-of-network";
import { editingsOfRecords } from "./editings-of-records";
import { EDITINGS_OF_REPORTS } from "./editings-of-reports";
import { EDITINGS_OF_VISITS } from "./editings-of-visits";

let offices = new Map<string, string>();
const office = (key: string) => offices.get(key) ?? "";

const EDITINGS: readonly Editing[] = [
  ...editingsOfBodies(office),
  ...EDITINGS_OF_NETWORK,
  ...editingsOfRecords(() => [office(`${GORGAN} education`), office(`${GORGAN} power-distribution`)]),
  ...EDITINGS_OF_REPORTS,
  ...EDITINGS_OF_VISITS,
];

/** Commands that refuse the second of two and put no words in the place of the first one's, each with its reason. */
const NO_WORDS_OF_ANOTHER: Readonly<Record<string, string>> = {
  "notifications/commands/settle-wishes.server.ts": "what one account wishes to hear, by whoever holds it",
  "bodies/commands/abolish-body.server.ts": "ends the body; what another wrote of it stays",
  "bodies/commands/abolish-office.server.ts": "ends the office; what another wrote of it stays",
  "demands/commands/withdraw-demand.server.ts": "closes the demand; what another did stays in its story",
  "meetings/minutes/commands/change-review-list.server.ts":
    "takes a resolution out: its words are shown before it goes",
  "meetings/minutes/commands/update-twin.server.ts": "one press; nothing is typed",
  "meetings/session/commands/settle-item.server.ts": "one press; nothing is typed",
  "visits/commands/confirm-rota.server.ts": "one press; nothing is typed",
  "visits/commands/settle-visit.server.ts":
    "says once what became of a visit; its reason is looked at again by a command of its own",
  "obligations/commands/settle-sample.server.ts":
    "closes what was looked at; the words of each stay in its story",
};

const REFUSES = /"refusal\.changed"|refuseSecondEditor\(|readyFor\(|notToEnd\(/;
const EDITS = /\/(edit|rewrite|save|set|settle|word)-[^/]+$/;

const shapeOf = (schema: z.ZodType): readonly string[] => {
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in as z.ZodType);
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape as object);
  throw new Error("A form of this kind is not known here.");
};

const parts = (value: unknown): string =>
  (Array.isArray(value) ? value : [value])
    .flatMap((one) => String(one ?? "").split(/,|\n| · /u))
    .sort()
    .join("|");

/** The ways in which a field may be told: as it was sent, or as it is stored. */
const waysToTell = (sent: Sent[string] | undefined, stored: unknown): string[] => [
  parts(sent),
  parts(stored),
];

beforeAll(async () => {
  await plantPlaces();
  ({ ids: offices } = await openOfficesOfGolestan());
}, 60_000);

describe("the second of two editors", () => {
  test("is thought of at every command that refuses him, and at every one that edits by a version", () => {
    const found = readdirSync("app/areas", { recursive: true, encoding: "utf8" }).filter((path) => {
      if (!/\/commands\/.*\.server\.ts$/.test(path)) return false;
      const source = readFileSync(join("app/areas", path), "utf8");
      return REFUSES.test(source) || (EDITS.test(path) && source.includes("revision"));
    });
    const known = [...EDITINGS.map(({ command }) => command), ...Object.keys(NO_WORDS_OF_ANOTHER)];
    expect(found.sort()).toEqual([...new Set(known)].sort());
  });

  test.each([...new Set(EDITINGS.map(({ command }) => command))])(
    "of %s meets every field that it writes",
    async (command) => {
      const told = new Set<string>();
      const editings = EDITINGS.filter((one) => one.command === command);
      for (const { schema, besides = {}, told: words = {}, open } of editings) {
        const { save, first, second } = await open();
        const stored = schema.parse(first) as Record<string, unknown>;
        await save(stored as never);
        const refusal = await save(schema.parse(second) as never).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(refusal).toBeInstanceOf(Refusal);
        const { kind, details } = refusal as Refusal;
        expect(kind).toBe("conflict");
        for (const field of Object.keys(first).filter((one) => one !== "revision" && !(one in besides))) {
          const theirs = details.theirs?.[field];
          expect(theirs, `${field} as the first editor saved it`).toBeDefined();
          const ways =
            words[field] === undefined ? waysToTell(first[field], stored[field]) : [parts(words[field])];
          expect(ways, `${field} as the first editor saved it`).toContain(parts(theirs));
          told.add(field);
        }
      }
      const [{ schema, besides = {} }] = editings as [Editing];
      const asked = shapeOf(schema).filter((field) => field !== "revision" && !(field in besides));
      expect([...told].sort()).toEqual(asked.sort());
    },
  );
});
