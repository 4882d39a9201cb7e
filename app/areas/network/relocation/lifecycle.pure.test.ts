import { describe, expect, test } from "vitest";
import { isOpen, RELOCATION_STATES, RELOCATION_TURNS, type RelocationState } from "./lifecycle";

const turns = Object.entries(RELOCATION_TURNS);

describe("an offer that somebody goes over", () => {
  test("is accepted or declined by the other county alone, and never before he has consented", () => {
    const decided = turns.filter(([, { to }]) => to === "accepted" || to === "declined");
    expect(decided.map(([turn, { by, from }]) => [turn, by, from])).toEqual([
      ["accept", "receiver", ["consented"]],
      ["decline", "receiver", ["consented"]],
    ]);
  });

  test("is consented to by the person alone", () => {
    expect(turns.filter(([, { to }]) => to === "consented").map(([, { by }]) => by)).toEqual(["person"]);
  });

  test("ends once: no turn leads on from an end", () => {
    const from = new Set<RelocationState>(turns.flatMap(([, turn]) => [...turn.from]));
    expect(RELOCATION_STATES.filter((state) => from.has(state))).toEqual(["offered", "consented"]);
    expect(RELOCATION_STATES.filter(isOpen)).toEqual(["offered", "consented"]);
  });
});
