import { z } from "zod";
import { choice, paragraphs, revision } from "~/kernel/fields";
import { MOST_COLUMNS } from "~/kernel/sheets/sheet";
import { ENTRY_STATES, IMPORT_STEP } from "../choices";
import { COLUMN_CHOICES } from "../people-import/fields";
import { LIKELY_ROWS, ROW_WORDS, type RowWord } from "../people-import/problems";

/** The number of a row and what is said of it, in one: «12:update». */
const OF_A_ROW = new RegExp(`^([1-9][0-9]{0,6}):(${ROW_WORDS.join("|")})$`);

/** A list is taken whole: what its form says is the file alone. */
export const UploadList = z.object({});

/** What each column of a list is read as, in the order of the columns. */
export const MapColumns = z.object({
  columns: z
    .array(choice(COLUMN_CHOICES))
    .min(1, { error: "form.invalid" })
    .max(MOST_COLUMNS, { error: "form.invalid" }),
  entry: choice(ENTRY_STATES).default(IMPORT_STEP),
  revision,
});
export type MapColumns = z.output<typeof MapColumns>;

/** What is said of rows that may be somebody of the county: of each of a page, or of `all` of the list. */
export const DecideRows = z.object({
  all: choice(ROW_WORDS).optional(),
  rows: z
    .array(
      z
        .string()
        .regex(OF_A_ROW, { error: "form.choose" })
        .transform((text) => {
          const [, row, word] = OF_A_ROW.exec(text) ?? [];
          return { row: Number(row), word: word as RowWord };
        }),
    )
    .max(LIKELY_ROWS, { error: "form.invalid" })
    .default([]),
});
export type DecideRows = z.output<typeof DecideRows>;

/** A list is taken back for ever, and somebody says why: as of one wrong record. */
export const UndoImport = z.object({ reason: paragraphs(500), revision });
export type UndoImport = z.output<typeof UndoImport>;

export const StartImport = z.object({ revision });
export type StartImport = z.output<typeof StartImport>;
