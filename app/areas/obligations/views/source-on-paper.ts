import type { IsoDate } from "~/lib/jalali";

type Source = {
  sourceTitle: string;
  sourceNumber: number | null;
  theirNumber: string | null;
  theirOn: IsoDate | null;
};

/** No line breaks here: a number alone on its line says of nothing what it numbers. */
const TOGETHER = "\u00A0·\u00A0";

/** Where something comes from, in a cell: the number and date by which whoever wrote to us finds it, and then our own. */
export function sourceOnPaper(
  { theirNumber, theirOn, sourceTitle, sourceNumber }: Source,
  day: (iso: IsoDate) => string,
): string {
  const ours = sourceNumber === null ? sourceTitle : `${sourceTitle}${TOGETHER}${sourceNumber}`;
  return [theirNumber, theirOn && day(theirOn), ours].filter((part) => part !== null).join(" · ");
}
