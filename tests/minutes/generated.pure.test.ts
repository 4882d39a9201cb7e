import { expect, test } from "vitest";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { ACTORS, DICTIONARY } from "./dictionary";
import { writeDocument } from "./document";
import { bare, expected, parsed } from "./generated-shape";
import { amended, closedByCommas, dashedAttendees, tableAndList } from "./further-layouts";
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
  [
    "told as news that list their decisions in further ways",
    (chance) => {
      const news = makeNews(chance, { acting: chance.happens(0.5), parted: true });
      return { model: news.model, text: writeNews(chance, news) };
    },
  ],
  ["of decisions that commas part", closedByCommas],
  ["of labels that say what they amend", amended],
  ["of a table and a list behind it", tableAndList],
];

test.each(LAYOUTS)(`${CASES} documents %s are read as their model`, (_, layout) => {
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const { model, text } = layout(new Chance(seed));
    expect(parsed(text), `MINUTES_FIRST=${seed} MINUTES_CASES=1`).toEqual(expected(model));
  }
});

test(`${CASES} lists of those present with dashes between name, post and body are read as their model`, () => {
  for (let seed = FIRST; seed < FIRST + CASES; seed += 1) {
    const { attendees, text } = dashedAttendees(new Chance(seed));
    const found = parseMinutes(text, DICTIONARY).attendees;
    expect(
      found.map(({ name, post, organisation, standing }) => ({
        name: bare(name ?? ""),
        post: bare(post ?? ""),
        organisation: bare(organisation ?? ""),
        standing,
      })),
      `MINUTES_FIRST=${seed} MINUTES_CASES=1`,
    ).toEqual(
      attendees.map(({ name, post, organisation, standing }) => ({
        name: bare(name),
        post: bare(post),
        organisation: bare(organisation),
        standing,
      })),
    );
  }
});
