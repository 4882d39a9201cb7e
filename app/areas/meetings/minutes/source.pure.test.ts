import { expect, test } from "vitest";
import { partyDictionary } from "../../../../prisma/seed/party-dictionary";
import { firstReview } from "./first-review";
import { parseMinutes } from "./import/parse";
import { originKey, sourceView } from "./source";
import { SMALL_MINUTES } from "../../../../tests/factories/small-minutes";

const groups = [
  { code: "all-executive-bodies", nameFa: "همه", nameEn: "All", kind: "offices" as const },
  { code: "governors", nameFa: "فرمانداران", nameEn: "Governors", kind: "governorates" as const },
  { code: "related-bodies", nameFa: "مرتبط", nameEn: "Related", kind: "vague" as const },
];
const viewOf = (text: string) =>
  sourceView(text, firstReview(parseMinutes(text, partyDictionary), { groups, offices: [], placeId: 0 }));

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

test("every field shows where it was read, the head's fields too", () => {
  const review = firstReview(parseMinutes(SMALL_MINUTES, partyDictionary), {
    groups,
    offices: [],
    placeId: 0,
  });
  const pieces = sourceView(SMALL_MINUTES, review).lines.flatMap((line) => line.pieces);
  const wordsOf = (key: string) =>
    pieces.flatMap((piece) => (piece.of?.includes(key) ? [piece.text] : [])).join(" ");
  expect(wordsOf(originKey("head", "title"))).toBe("شورای اداری استان");
  expect(wordsOf(originKey("head", "heldOn"))).toBe("۱۴۰۵/۰۹/۱۷");
  const [, second] = review.resolutions;
  const [party] = second?.parties ?? [];
  expect(wordsOf(originKey(second?.id ?? "", "text"))).toMatch(/^مقرر گردید: برنامه حضور/);
  expect(wordsOf(originKey(second?.id ?? "", `party-${party?.id}`))).toBe("فرمانداران استان");
  expect(wordsOf(originKey(second?.id ?? "", "parties"))).toBe("فرمانداران استان");
  expect(wordsOf(originKey(review.resolutions[3]?.id ?? "", "refersTo"))).toContain("بند ۲");
});

test("of a long document the part around the open resolution is shown", () => {
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `${at + 6}\tمقرر گردید: کار شماره ${at} با جدیت پیگیری گردد.\tفرمانداران استان\t\n`,
  );
  const text = `${SMALL_MINUTES}${rows.join("")}`;
  const review = firstReview(parseMinutes(text, partyDictionary), { groups, offices: [], placeId: 0 });
  const far = review.resolutions.at(-10);
  const begins = (open: string | null) =>
    sourceView(text, review, open).lines.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => piece.begins ?? []),
    );
  expect(begins(null)).not.toContain(far?.number);
  expect(begins(far?.id ?? null)).toContain(far?.number);
});

test("what stands below the last resolution is shown to the end", () => {
  const lines = `${SMALL_MINUTES.trimEnd()}\n\n۹- مقرر گردید پل ساخته شود.\nپایان`.split("\n");
  expect(viewOf(lines.join("\n")).lines.at(-1)?.line).toBe(lines.length);
});
