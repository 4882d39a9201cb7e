import { expect, test } from "vitest";
import { ACTORS } from "./dictionary";
import { writeDocument } from "./document";
import { expected, parsed } from "./generated-shape";
import { makeModel, type MinutesModel } from "./model";
import { makeNews, writeNews } from "./news-layout";
import { makeProseModel, writeProse } from "./prose-layouts";
import { Chance } from "./random";
import { writeSeveralTables } from "./several-tables";

const CASES = Number(process.env.MINUTES_CASES ?? 200);
const FIRST = Number(process.env.MINUTES_FIRST ?? 1);

/** A model and the document that is written of it, in one layout. */
type Layout = (chance: Chance) => { model: MinutesModel; text: string };

const tabled =
  (write: (chance: Chance, model: MinutesModel) => string): Layout =>
  (chance) => {
    const model = makeModel(chance);
    return { model, text: write(chance, model) };
  };
const prose =
  (layout: "numbered" | "labelled"): Layout =>
  (chance) => {
    const told = makeProseModel(chance, ACTORS);
    return { model: told.model, text: writeProse(chance, layout, told) };
  };

const LAYOUTS: readonly (readonly [string, Layout])[] = [
  ["with a table", tabled(writeDocument)],
  ["with several tables", tabled(writeSeveralTables)],
  ["of numbered paragraphs", prose("numbered")],
  ["of paragraphs that begin with «مصوبه شماره»", prose("labelled")],
  [
    "told as news",
    (chance) => {
      const news = makeNews(chance, { acting: chance.happens(0.7) });
      return { model: news.model, text: writeNews(chance, news) };
    },
  ],
];

test.each(LAYOUTS)(`${CASES} documents %s are read as their model`, (_, layout) => {
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const { model, text } = layout(new Chance(seed));
    expect(parsed(text), `MINUTES_FIRST=${seed} MINUTES_CASES=1`).toEqual(expected(model));
  }
});
