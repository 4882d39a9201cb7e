import type { IsoDate } from "~/lib/jalali";

type Source = {
  sourceTitle: string;
  sourceNumber: number | null;
  theirNumber: string | null;
  theirOn: IsoDate | null;
};

/** Where something comes from, in a cell: the number and date by which whoever wrote to us finds it, and then our own. */
export const sourceOnPaper = (row: Source, day: (iso: IsoDate) => string): string =>
  [row.theirNumber, row.theirOn && day(row.theirOn), row.sourceTitle, row.sourceNumber]
    .filter((part) => part !== null)
    .join(" · ");
