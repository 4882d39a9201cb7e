import { expect, test } from "vitest";
import { writeDocument } from "./document";
import { expected, parsed } from "./generated-shape";
import { makeModel } from "./model";
import { Chance } from "./random";

const CASES = Number(process.env.MINUTES_CASES ?? 200);
const FIRST = Number(process.env.MINUTES_FIRST ?? 1);

test(`${CASES} documents drawn from a model are read as their model`, () => {
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const chance = new Chance(seed);
    const model = makeModel(chance);
    const text = writeDocument(chance, model);
    expect(parsed(text), `MINUTES_FIRST=${seed} MINUTES_CASES=1`).toEqual(expected(model));
  }
});
