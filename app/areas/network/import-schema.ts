import { z } from "zod";
import { choice, revision } from "~/kernel/fields";
import { MOST_COLUMNS } from "~/kernel/sheets/sheet";
import { COLUMN_CHOICES } from "./people-import/fields";

/** A list is taken whole: what its form says is the file alone. */
export const UploadList = z.object({});

/** What each column of a list is read as, in the order of the columns. */
export const MapColumns = z.object({
  columns: z
    .array(choice(COLUMN_CHOICES))
    .min(1, { error: "form.invalid" })
    .max(MOST_COLUMNS, { error: "form.invalid" }),
  revision,
});
export type MapColumns = z.output<typeof MapColumns>;

export const StartImport = z.object({ revision });
export type StartImport = z.output<typeof StartImport>;
