import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { decodeMinutes } from "~/areas/meetings/minutes/import/decode";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import type { ParsedMinutes, Span } from "~/areas/meetings/minutes/import/types";
import { normalise } from "~/lib/persian-text";
import { partyDictionary } from "../../prisma/seed/party-dictionary";
import { writeDocument } from "./document";
import { makeModel } from "./model";
import { makeNews, writeNews } from "./news-layout";
import { Chance } from "./random";
import { writeSeveralTables } from "./several-tables";

const CASES = Number(process.env.MINUTES_FUZZ ?? 60);
const FIRST = Number(process.env.MINUTES_FIRST ?? 1);

/** Documents as they were given, where a folder of them is at hand; else drawn ones alone. */
const folder = process.env.SEEDS_DIR;
const originals =
  folder && existsSync(folder)
    ? readdirSync(folder).map((name) => decodeMinutes(readFileSync(path.join(folder, name))))
    : [];

function drawn(chance: Chance): string {
  const texts = originals.flatMap((each) => (each.ok ? [each.text] : []));
  if (texts.length > 0 && chance.happens(0.5)) return chance.one(texts);
  const model = makeModel(chance);
  const kind = chance.between(1, 3);
  if (kind === 1) return writeDocument(chance, model);
  return kind === 2
    ? writeSeveralTables(chance, model)
    : writeNews(chance, makeNews(chance, { acting: true }));
}

const STRAYS = [
  "\u0000",
  "\u202E",
  "\u2067",
  "\u200F",
  "\uD800",
  "\u2029",
  "\t",
  "\t\t",
  "<p>",
  "</p>",
  "&#0;",
  "،",
  "|",
  "٣",
  "(",
  ")",
  "\r",
  "\f",
  "\u00AD",
  "ـ",
];
const HEADINGS = [
  "حاضرین:",
  "مصوبات:",
  "پیگیری مصوبات جلسه قبل",
  "مشروح مذاکرات:",
  "دستور جلسه:",
  "مصوبه شماره ۲:",
  "غایبین: ",
  "ردیف\tنام\tسمت\tدستگاه\tامضا",
  "ردیف\tشرح\tمسئول\tمهلت",
];

/** One thing that happens to a document on its way: by a machine, a hand or a bad line. */
const HARMS: readonly ((lines: string[], at: number, chance: Chance) => void)[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ""),
  (lines, at, chance) => {
    const line = lines[at] ?? "";
    const cut = chance.between(0, line.length);
    lines[at] = line.slice(0, cut) + chance.one(STRAYS) + line.slice(cut);
  },
  (lines, at) =>
    (lines[at] = (lines[at] ?? "").replace(/[۰-۹]/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) - 0x90),
    )),
  (lines, at, chance) => (lines[at] = (lines[at] ?? "").repeat(chance.between(2, 40))),
  (lines, at, chance) => {
    const cells = (lines[at] ?? "").split("\t");
    lines[at] = chance.shuffled(cells).join("\t");
  },
  (lines, at) => lines.splice(at, 2, `${lines[at] ?? ""} ${lines[at + 1] ?? ""}`),
  (lines, at, chance) => {
    const line = lines[at] ?? "";
    const cut = chance.between(0, line.length);
    lines.splice(at, 1, line.slice(0, cut), line.slice(cut));
  },
  (lines, at, chance) => lines.splice(at, 0, chance.one(HEADINGS)),
  (lines, at) =>
    (lines[at] = (lines[at] ?? "")
      .replaceAll("ی", "ي")
      .replaceAll("ک", "ك")
      .replace(/\u200C/g, "")),
];

/** Everything that was read, with the stretches of the document that it stands for. */
function readings({
  header,
  attendees,
  discussion,
  agenda,
  resolutions,
}: ParsedMinutes): { text: string; spans: Span[] }[] {
  return [
    ...Object.values(header).flatMap((each) => (each ? [{ text: each.written, spans: each.spans }] : [])),
    ...attendees.map(({ written, spans }) => ({ text: written, spans })),
    ...[...discussion, ...agenda].map(({ value, spans }) => ({ text: value, spans })),
    ...resolutions.flatMap(({ text, parties, subItems, deadline }) => [
      { text: text.value, spans: text.spans },
      ...subItems,
      ...parties.map(({ written, spans }) => ({ text: written, spans })),
      ...(deadline ? [deadline] : []),
    ]),
  ];
}

/** Without tags, entities, marks and spaces: what a page shows of a text. */
function squeezed(text: string): string {
  return normalise(text.replace(/<[^<>]*>/g, " ").replace(/&#?\w+;/g, " ")).replace(/[\s\u200C\u0640|]/g, "");
}

test(
  `${CASES} harmed documents are read without a fault, and every text of the reading stands in its document`,
  () => {
    for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
      const chance = new Chance(seed);
      const lines = drawn(chance).split("\n");
      for (let harm = chance.between(1, 12); harm > 0; harm -= 1)
        chance.one(HARMS)(lines, chance.between(0, Math.max(0, lines.length - 1)), chance);
      const text = lines.join("\n");
      const why = `MINUTES_FIRST=${seed} MINUTES_FUZZ=1`;
      const parsed = parseMinutes(text, partyDictionary);
      for (const { text: given, spans } of readings(parsed)) {
        const shown = spans.map(({ start, end }) => text.slice(start, end)).join(" ");
        const stretch = squeezed(shown) + squeezed(shown.replaceAll("<", " ‹ "));
        const strange = given
          .split(/\s+/)
          .filter(
            (word) =>
              !stretch.includes(squeezed(word.replaceAll("<", "‹"))) && !stretch.includes(squeezed(word)),
          );
        if (strange.length > 0) expect(stretch, why).toContain(strange[0]);
        const outside = spans.filter(({ start, end }) => start < 0 || start >= end || end > text.length);
        if (outside.length > 0) expect(outside, why).toEqual([]);
      }
      for (const { name, post, organisation, written } of parsed.attendees)
        for (const part of [name, post, organisation])
          if (part && !squeezed(written).includes(squeezed(part))) expect(written, why).toContain(part);
    }
  },
  Math.max(20_000, CASES * 300),
);
