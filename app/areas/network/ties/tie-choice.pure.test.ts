import { describe, expect, test } from "vitest";
import { catalogueEntries } from "../../../../prisma/seed/catalogue-entries";
import { beliefWords } from "~/lib/belief-words";
import { askedEnd, choicesAt, readChoice, writtenChoice, type EndKind } from "./tie-choice";

const type = (kind: string, code: string, back: string | null = null) => ({
  kind,
  code,
  faBack: back,
  enBack: back,
});
const TYPES = [
  type("tie-person-person", "relative"),
  type("tie-person-person", "introduced", "introduced by"),
  type("tie-person-office", "works-at", "employs"),
  type("tie-circle-circle", "neighbour-circle"),
  type("archive-reason", "moved"),
];
const asked = (here: EndKind) =>
  choicesAt(here, TYPES).map((choice) => [writtenChoice(choice), askedEnd(choice, here)]);

describe("a relationship is chosen", () => {
  test("at a person from both of its ends, and once where it reads alike", () => {
    expect(asked("person")).toEqual([
      ["tie-person-person.relative.forth", "person"],
      ["tie-person-person.introduced.forth", "person"],
      ["tie-person-person.introduced.back", "person"],
      ["tie-person-office.works-at.forth", "office"],
    ]);
  });
  test("at a circle and at an office", () => {
    expect(asked("circle")).toEqual([["tie-circle-circle.neighbour-circle.forth", "circle"]]);
    expect(asked("office")).toEqual([["tie-person-office.works-at.back", "person"]]);
  });
  test("as it is written, and nothing else is read as one", () => {
    for (const choice of choicesAt("person", TYPES))
      expect(readChoice(writtenChoice(choice))).toEqual(choice);
    for (const wrong of [
      "",
      "tie-person-person",
      "archive-reason.moved.forth",
      "tie-person-person.a b.forth",
    ])
      expect(readChoice(wrong), wrong).toBeUndefined();
  });
});

test("no entry of the national base is a word for somebody's belief", () => {
  const words = Object.values(catalogueEntries).flatMap((entries) =>
    entries.flatMap(({ fa, back }) => [fa, back?.fa ?? ""]),
  );
  expect(words.length).toBeGreaterThan(20);
  expect(words.flatMap(beliefWords)).toEqual([]);
});
