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

type Drawn = { model: MinutesModel; text: string };
type Draw = (chance: Chance) => Drawn;

function tabled(write: typeof writeDocument): Draw {
  return (chance) => {
    const model = short(makeModel(chance));
    return { model, text: write(chance, model) };
  };
}

function prose(layout: "numbered" | "labelled"): Draw {
  return (chance) => {
    const { model, ways } = makeProseModel(chance);
    const told = { model: short(model), ways };
    return { model: told.model, text: writeProse(chance, layout, told) };
  };
}

function news(parted: boolean): Draw {
  return (chance) => {
    const drawn = makeNews(chance, { parted });
    return { model: drawn.model, text: writeNews(chance, drawn) };
  };
}

/** Documents of `by-hand/` that are kept as office files too. */
export const OFFICE_BY_HAND = [
  { name: "amended", kind: "docx" },
  { name: "amended", kind: "xlsx" },
  { name: "by-agenda", kind: "docx" },
  { name: "by-agenda", kind: "xlsx" },
  { name: "comma-clauses", kind: "docx" },
  { name: "comma-clauses", kind: "xlsx" },
  { name: "comma-lines", kind: "docx" },
  { name: "comma-lines", kind: "xlsx" },
  { name: "dashed-attendees", kind: "docx" },
  { name: "dashed-attendees", kind: "xlsx" },
  { name: "dashes", kind: "docx" },
  { name: "dashes", kind: "xlsx" },
  { name: "dotted", kind: "docx" },
  { name: "dotted", kind: "xlsx" },
  { name: "footnotes", kind: "docx" },
  { name: "footnotes", kind: "xlsx" },
  { name: "forms", kind: "docx" },
  { name: "forms", kind: "xlsx" },
  { name: "letter", kind: "docx" },
  { name: "letter", kind: "xlsx" },
  { name: "lettered-nested", kind: "docx" },
  { name: "lettered-nested", kind: "xlsx" },
  { name: "long-forms", kind: "docx" },
  { name: "long-forms", kind: "xlsx" },
  { name: "news-clauses", kind: "docx" },
  { name: "news-clauses", kind: "xlsx" },
  { name: "one-paragraph", kind: "docx" },
  { name: "one-paragraph", kind: "xlsx" },
  { name: "ordinal-words", kind: "docx" },
  { name: "ordinal-words", kind: "xlsx" },
  { name: "pasted-table", kind: "docx" },
  { name: "pasted-table", kind: "xlsx" },
  { name: "report-list", kind: "docx" },
  { name: "report-list", kind: "xlsx" },
  { name: "second-list", kind: "docx" },
  { name: "second-list", kind: "xlsx" },
  { name: "two-columns", kind: "docx" },
  { name: "two-columns", kind: "xlsx" },
] as const;

/** Every layout with the seed of its first document. A model that is cut short cites none of what is cut off. */
const LAYOUTS: readonly { layout: string; draw: Draw; first: number; isCut?: true }[] = [
  { layout: "table", draw: tabled(writeDocument), first: 1, isCut: true },
  { layout: "several-tables", draw: tabled(writeSeveralTables), first: 300, isCut: true },
  { layout: "numbered", draw: prose("numbered"), first: 600, isCut: true },
  { layout: "labelled", draw: prose("labelled"), first: 900, isCut: true },
  { layout: "news", draw: news(false), first: 3 },
  { layout: "parted-news", draw: news(true), first: 5 },
  { layout: "by-commas", draw: closedByCommas, first: 1 },
  { layout: "amended", draw: amended, first: 1 },
  { layout: "table-and-list", draw: tableAndList, first: 1 },
];

const cites = ({ resolutions }: MinutesModel) =>
  resolutions.some(({ text }) => /(?:مصوب|بند|ردیف)/.test(text));

/** `most` documents of every layout, each as a document of Word and as a workbook. */
export function officeCases(most: number): OfficeCase[] {
  return LAYOUTS.flatMap(({ layout, draw, first, isCut }) => {
    const drawn: Drawn[] = [];
    for (let seed = first; drawn.length < most; seed += 1) {
      const document = draw(new Chance(seed));
      if (!isCut || !cites(document.model)) drawn.push(document);
    }
    return drawn.flatMap((document, at) =>
      (["docx", "xlsx"] as const).map((kind) => ({ name: `${layout}-${at + 1}`, kind, ...document })),
    );
  });
}

export const OFFICE_CASES: readonly OfficeCase[] = officeCases(4);
