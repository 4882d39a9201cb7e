import { writeDocument } from "./document";
import { amended, closedByCommas, tableAndList } from "./further-layouts";
import { makeModel, type MinutesModel } from "./model";
import { makeNews, writeNews } from "./news-layout";
import { makeProseModel, writeProse } from "./prose-layouts";
import { Chance } from "./random";
import { writeSeveralTables } from "./several-tables";

/** One document of one model, kept in `office-files/` as LibreOffice writes it. */
export interface OfficeCase {
  name: string;
  kind: "docx" | "xlsx";
  model: MinutesModel;
  text: string;
}

/** The models are cut short, so that the files stay small. */
const MOST = 8;

function short(model: MinutesModel): MinutesModel {
  const resolutions = model.resolutions.slice(0, MOST).map((resolution) => ({ ...resolution, refersTo: [] }));
  return { ...model, declaredCount: resolutions.length, resolutions };
}

/** Of a model that cites no other of its resolutions: those that are cut off would be missing. */
function uncited(draw: (seed: number) => { model: MinutesModel; text: string }, first: number) {
  for (let seed = first; ; seed += 1) {
    const drawn = draw(seed);
    const cited = drawn.model.resolutions.flatMap(({ text }) => /(?:مصوب|بند|ردیف)/.test(text) || []);
    if (!cited.includes(true)) return drawn;
  }
}

function tabled(write: typeof writeDocument, first: number) {
  return uncited((seed) => {
    const chance = new Chance(seed);
    const model = short(makeModel(chance));
    return { model, text: write(chance, model) };
  }, first);
}

function prose(layout: "numbered" | "labelled", first: number) {
  return uncited((seed) => {
    const chance = new Chance(seed);
    const { model, ways } = makeProseModel(chance);
    const told = { model: short(model), ways };
    return { model: told.model, text: writeProse(chance, layout, told) };
  }, first);
}

function news(seed: number, parted = false) {
  const chance = new Chance(seed);
  const drawn = makeNews(chance, { parted });
  return { model: drawn.model, text: writeNews(chance, drawn) };
}

/** Documents of `by-hand/` that are kept as office files too. */
export const OFFICE_BY_HAND = [
  { name: "footnotes", kind: "docx" },
  { name: "footnotes", kind: "xlsx" },
  { name: "second-list", kind: "docx" },
] as const;

export const OFFICE_CASES: readonly OfficeCase[] = [
  { name: "table", kind: "docx", ...tabled(writeDocument, 1) },
  { name: "several-tables", kind: "docx", ...tabled(writeSeveralTables, 300) },
  { name: "numbered", kind: "docx", ...prose("numbered", 600) },
  { name: "labelled", kind: "docx", ...prose("labelled", 900) },
  { name: "news", kind: "docx", ...news(3) },
  { name: "table", kind: "xlsx", ...tabled(writeDocument, 1) },
  { name: "several-tables", kind: "xlsx", ...tabled(writeSeveralTables, 300) },
  { name: "numbered", kind: "xlsx", ...prose("numbered", 600) },
  { name: "labelled", kind: "xlsx", ...prose("labelled", 900) },
  { name: "news", kind: "xlsx", ...news(3) },
  ...(["docx", "xlsx"] as const).flatMap((kind) => [
    { name: "parted-news", kind, ...news(5, true) },
    { name: "by-commas", kind, ...closedByCommas(new Chance(1)) },
    { name: "amended", kind, ...amended(new Chance(1)) },
  ]),
  { name: "table-and-list", kind: "docx", ...tableAndList(new Chance(1)) },
];
