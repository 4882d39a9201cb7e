import { expect, test } from "vitest";
import { partyDictionary } from "../../../prisma/seed/party-dictionary";
import { firstReview } from "./minutes-first-review";
import { parseMinutes } from "./minutes-import/parse";
import { sourceView } from "./minutes-source";
import { SMALL_MINUTES } from "../../../tests/factories/small-minutes";

const groups = [
  { code: "all-executive-bodies", nameFa: "همه", nameEn: "All", kind: "offices" as const },
  { code: "governors", nameFa: "فرمانداران", nameEn: "Governors", kind: "governorates" as const },
  { code: "related-bodies", nameFa: "مرتبط", nameEn: "Related", kind: "vague" as const },
];
const viewOf = (text: string) =>
  sourceView(text, firstReview(parseMinutes(text, partyDictionary), { groups, offices: [] }));

test("every line of the source is shown as it stands, numbered, with each resolution's beginning marked once", () => {
  const view = viewOf(SMALL_MINUTES);
  const lines = SMALL_MINUTES.split("\n");
  for (const { line, pieces } of view.lines)
    expect(pieces.map((piece) => piece.text).join("")).toBe(lines[line - 1]);
  const begins = view.lines.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.begins ?? []));
  expect(begins).toEqual([1, 2, 3, 4, 5]);
});

test("a row whose columns stand the other way round is marked as a whole", () => {
  const row = "\t<p>فرمانداران استان</p>\t<p>مقرر گردید: برنامه حضور در روستاها ارسال شود.</p>\t<p>۶</p>\n";
  const known = viewOf(`${SMALL_MINUTES}${row}`)
    .lines.flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.kind === "known")
    .map((piece) => piece.text);
  expect(known).toContain("فرمانداران استان");
  expect(known).toContain("مقرر گردید: برنامه حضور در روستاها ارسال شود.");
});

test("a vague party is marked as a guess in the source", () => {
  const guesses = viewOf(SMALL_MINUTES).lines.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece.kind === "guess"),
  );
  expect(guesses.map((piece) => piece.text).join(" ")).toContain("مرتبط با موضوع");
});

test("a document of a million characters is shown in part", () => {
  const view = viewOf(`${SMALL_MINUTES}${"سطر بی‌ربط\n".repeat(90_000)}`);
  const characters = view.lines
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, piece) => sum + piece.text.length, 0);
  expect(characters).toBeLessThan(100_000);
});
