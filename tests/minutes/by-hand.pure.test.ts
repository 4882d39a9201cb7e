import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { firstReview } from "~/areas/meetings/minutes/first-review";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { bodyGroups } from "../../prisma/seed/body-groups";
import { countyNames, partyDictionary } from "../../prisma/seed/party-dictionary";
import { HAND_WRITTEN } from "./by-hand";
import { Chance } from "./random";

/** Documents as secretaries type them, and what somebody who reads them says is in them. */
const written = (name: string) =>
  readFileSync(path.join(import.meta.dirname, "by-hand", `${name}.txt`), "utf8");

test.each(Object.entries(HAND_WRITTEN))("%s is read as a person reads it", (name, expected) => {
  const { header, attendees, resolutions, warnings } = parseMinutes(
    written(name),
    partyDictionary,
    countyNames,
  );
  expect({
    title: header.title?.value ?? null,
    date: header.date?.value ?? null,
    start: header.start?.value ?? null,
    end: header.end?.value ?? null,
    place: header.place?.value ?? null,
  }).toEqual({ start: null, end: null, place: null, ...expected.header });
  expect(
    resolutions.map(({ text, parties, deadline }) => [
      text.value,
      parties.map((party) => party.written).join(" | "),
      deadline?.text ?? null,
    ]),
  ).toEqual(expected.resolutions);
  if (expected.attendees) {
    expect(
      attendees.map(({ name, post, organisation, standing }) => [name, post, organisation, standing]),
    ).toEqual(expected.attendees);
  }
  expect(warnings.filter(({ code }) => code === "line-not-read")).toEqual([]);
});

const STRAYS = [
  "\t",
  "،",
  "«",
  ")",
  "\u200c",
  "\u200f",
  "۱-",
  "الف)",
  ":",
  " و ",
  "<p>",
  "\n",
  "مقرر شد ",
  "ـ",
];

/** What happens to a document on its way through mail, scanners and hands. */
function harmed(text: string, chance: Chance): string {
  let result = text;
  for (let times = chance.between(1, 8); times > 0; times -= 1) {
    const at = chance.between(0, result.length);
    const to = Math.min(result.length, at + chance.between(0, 60));
    const cut = result.slice(at, to);
    result =
      result.slice(0, at) +
      chance.one([
        "",
        chance.one(STRAYS),
        cut + cut,
        cut.replaceAll("ی", "ي"),
        cut.split("").reverse().join(""),
      ]) +
      result.slice(to);
  }
  return result;
}

const bare = (text: string) =>
  text
    .replace(/<[^<>]*>/g, "")
    .replaceAll("ي", "ی")
    .replaceAll("ك", "ک")
    .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x90))
    .replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x6c0))
    .replace(/[\s\u200c\u200f\u0640]/g, "");

const CASES = Number(process.env.MINUTES_FUZZ ?? 200);

test(`${CASES} of them harmed: nothing throws, and every text that is read stands in the document`, () => {
  const names = Object.keys(HAND_WRITTEN);
  for (let seed = 1; seed <= CASES; seed += 1) {
    const chance = new Chance(seed);
    const name = chance.one(names);
    const text = harmed(written(name), chance);
    const parsed = parseMinutes(text, partyDictionary, countyNames);
    firstReview(parsed, { groups: bodyGroups, offices: [], placeId: 28_005 });
    const document = bare(text);
    for (const { spans, parties, subItems, deadline, text: body } of parsed.resolutions) {
      for (const { start, end } of spans) expect(end).toBeGreaterThan(start);
      const stretches = [...parties, ...subItems, ...(deadline ? [deadline] : []), body].map((each) => ({
        read: "value" in each ? each.value : "written" in each ? each.written : each.text,
        spans: each.spans,
      }));
      for (const stretch of stretches) {
        for (const word of stretch.read.split(/\s+/)) {
          if (!document.includes(bare(word))) expect(document, `${name}, seed ${seed}`).toContain(bare(word));
        }
      }
    }
  }
});
