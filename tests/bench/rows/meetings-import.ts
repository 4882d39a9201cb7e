import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { normalise } from "~/lib/persian-text";
import { partyDictionary } from "../../../prisma/seed/party-dictionary";
import { writeDocument } from "../../minutes/document";
import { makeModel, type MinutesModel } from "../../minutes/model";
import { Chance } from "../../minutes/random";
import { alternate } from "../alternate";
import { ofThisProcess } from "../processor-time";
import type { Row } from "../row";

const ROWS = 1000;
const PARSES = 3;
const NORMALISATIONS = 60;

/** Minutes of a thousand resolutions: drawn like those of the tests, numbered through. */
function longMinutes(): string {
  const chance = new Chance(1405);
  const model: MinutesModel = { ...makeModel(chance), declaredCount: ROWS };
  while (model.resolutions.length < ROWS) model.resolutions.push(...makeModel(chance).resolutions);
  const resolutions = model.resolutions
    .slice(0, ROWS)
    .map((resolution, index) => ({ ...resolution, number: index + 1 }));
  return writeDocument(chance, { ...model, resolutions });
}

const repeated = (times: number, work: () => unknown) => ({
  operations: times,
  run: async () => {
    for (let i = 0; i < times; i++) work();
    await Promise.resolve();
  },
  clock: ofThisProcess,
});

export const meetingsImport: Row = {
  id: "meetings.import",
  what: "minutes of 1,000 rows parsed, against normalising the same text once; processor time",
  unit: "ms",
  goal: 10,
  async measure() {
    const text = longMinutes();
    const found = parseMinutes(text, partyDictionary).resolutions.length;
    if (found !== ROWS) throw new Error(`${found} resolutions were read of ${ROWS}.`);
    return alternate(
      repeated(PARSES, () => parseMinutes(text, partyDictionary)),
      repeated(NORMALISATIONS, () => normalise(text)),
      { unit: "times" },
    );
  },
};
