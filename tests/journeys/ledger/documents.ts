import { readFileSync } from "node:fs";
import { writeDocument } from "../../minutes/document";
import { makeModel, type MinutesModel } from "../../minutes/model";
import { makeNews, writeNews } from "../../minutes/news-layout";
import { OFFICE_CASES } from "../../minutes/office-cases";
import { makeProseModel, writeProse } from "../../minutes/prose-layouts";
import { Chance } from "../../minutes/random";
import { writeSeveralTables } from "../../minutes/several-tables";

/** Minutes as somebody keeps them in a folder, and what is really in them. */
export interface Document {
  name: string;
  bytes: Buffer;
  model: MinutesModel;
}

const text = (name: string, model: MinutesModel, written: string): Document => ({
  name: `${name}.txt`,
  bytes: Buffer.from(written),
  model,
});

function tabled(name: string, seed: number, write: typeof writeDocument): Document {
  const chance = new Chance(seed);
  const model = makeModel(chance);
  return text(name, model, write(chance, model));
}

function prose(layout: "numbered" | "labelled", seed: number): Document {
  const chance = new Chance(seed);
  const told = makeProseModel(chance);
  return text(layout, told.model, writeProse(chance, layout, told));
}

function news(seed: number): Document {
  const chance = new Chance(seed);
  const drawn = makeNews(chance);
  return text("news", drawn.model, writeNews(chance, drawn));
}

const KEPT = ["table-1.docx", "labelled-1.docx", "news-1.docx", "several-tables-1.xlsx", "numbered-1.xlsx"];

const officeFiles = OFFICE_CASES.flatMap(({ name, kind, model }): Document[] => {
  const file = `${name}.${kind}`;
  if (!KEPT.includes(file)) return [];
  return [{ name: file, model, bytes: readFileSync(`tests/minutes/office-files/${file}`) }];
});

/** Minutes in a table: its third resolution was due before the day on which journeys walk, its fifth is for governors. */
export const TABLE = tabled("table", 2035, writeDocument);
/** Minutes of a meeting long ago: its third resolution tells the governors something without a day. */
export const LABELLED = prose("labelled", 2062);

/** Ten documents in five layouts and three kinds of file, each of a meeting on a day of its own. */
export const DOCUMENTS: readonly Document[] = [
  TABLE,
  tabled("several-tables", 2069, writeSeveralTables),
  prose("numbered", 2007),
  LABELLED,
  news(2001),
  ...officeFiles,
];
