import { z } from "zod";
import { choice, line, OUT_OF_DATE, wholeNumber } from "~/kernel/fields";
import { KINDS } from "./choices";

/** A code as records carry it. */
export const entryCode = z.string(OUT_OF_DATE).regex(/^[a-z0-9-]{1,60}$/, OUT_OF_DATE);

/** Longest name of an entry: with it a locality fits into every record it is written in. */
export const LONGEST_NAME = 80;

const words = {
  fa: line(LONGEST_NAME),
  /** Left out: the Persian words. */
  en: line(80).optional(),
  faBack: line(80).optional(),
  enBack: line(80).optional(),
};
/** The revision of the place's own row; nothing where it has none yet. */
const ownRevision = z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(0, OUT_OF_DATE);

export const AddEntry = z.object({
  kind: choice(KINDS),
  ...words,
  /** Of a locality: the rural district or district it lies in. */
  within: line(40).optional(),
});
export type AddEntry = z.output<typeof AddEntry>;

export const WordEntry = z.object({
  ...words,
  position: wholeNumber(0, 9999).optional(),
  /** Offered still, or retired from today on. */
  standing: choice(["offered", "retired"]),
  revision: ownRevision,
});
export type WordEntry = z.output<typeof WordEntry>;

/** Names one under the other, typed or copied from a column of a sheet. */
export const AddNames = z.object({
  kind: choice(["locality", "topic"]),
  names: z
    .string({ error: "form.required" })
    .max(60_000, { error: "catalogues.names.too-many" })
    // A row of a sheet comes with a tab between its cells.
    .transform((text) => text.split(/[\r\n]+/u).map((row) => row.split("\t"))),
});
