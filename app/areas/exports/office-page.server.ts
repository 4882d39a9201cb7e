import { env } from "~/kernel/env.server";
import type { OfficePage, PaperPart } from "~/kernel/papers/office-page";
import type { Dressing, ExportedList, Say, Standpoint } from "~/kernel/sheets/exported-list";
import { todayIn, typedJalali } from "~/lib/jalali";
import { fittedWidths, longestWords } from "./column-widths";
import { exportNumber } from "./export-number";
import { markOf } from "./mark.server";
import type { ExportsKey } from "./messages";
import type { ExportRow } from "./queries.server";

/** Characters side by side that an upright page has room for, and columns. */
const [ROOM, COLUMNS] = [150, 6];
/** Millimetres between the margins of a page on its side, and of an upright one. */
const [ROOM_WIDE, ROOM_UPRIGHT] = [261, 174];
/** Width of the column that counts the rows, and the least of any other, in characters. */
const [COUNT, LEAST] = [7, 10];

type Written = { row: ExportRow; list: ExportedList; at: Standpoint; say: Say };

/** Columns and rows without the columns of these headers. */
function without(
  left: string[],
  { headers, widths }: { headers: string[]; widths: number[] },
  rows: string[][],
) {
  const kept = <T>(cells: T[]) => cells.filter((_, index) => !left.includes(headers[index] ?? ""));
  return { headers: kept(headers), widths: kept(widths), rows: left.length > 0 ? rows.map(kept) : rows };
}

/** The column of numbers keeps room for its heading beside however many columns. */
const countWidth = (widths: readonly number[]) =>
  Math.max(COUNT, widths.reduce((sum, width) => sum + width, 0) / 24);

/** A list with all its rows as an office page: letterhead of the place, what stands around it, places for signatures. */
export function officePage(
  { row, list, at, say }: Written,
  dressing: Dressing | null,
  all: string[][],
): OfficePage {
  const t = say.t as Say<ExportsKey>["t"];
  const mark = markOf(row, list, at, say as Say<ExportsKey>);
  const { headers, widths, rows } = without(dressing?.without ?? [], list.columns(at, say), all);
  const shown = widths.map((width) => Math.max(LEAST, width));
  const told = list.told(new URLSearchParams(row.filters), at, say).join(" · ");
  const parts: PaperPart[] = [];
  const facts = (dressing?.facts ?? []).filter((fact): fact is [string, string] => Boolean(fact[1]));
  if (facts.length > 0) parts.push({ kind: "facts", facts });
  // Before the texts: behind one it would read as its last words.
  const warnings = [mark.reason, mark.personal].filter((line) => line !== null);
  if (warnings.length > 0) parts.push({ kind: "text", heading: null, lines: warnings });
  for (const text of dressing?.texts ?? []) parts.push({ kind: "text", ...text });
  const isWide = headers.length > COLUMNS || shown.reduce((sum, width) => sum + width, COUNT) > ROOM;
  const table =
    dressing?.isCounted === false
      ? { headers, widths: shown, rows }
      : {
          headers: [t("exports.paper.row"), ...headers],
          widths: [countWidth(shown), ...shown],
          rows: rows.map((cells, index) => [String(index + 1), ...cells]),
        };
  parts.push({
    kind: "table",
    ...table,
    widths: fittedWidths(
      table.widths,
      longestWords(table.headers, table.rows),
      isWide ? ROOM_WIDE : ROOM_UPRIGHT,
    ),
    empty: t("exports.paper.empty"),
    isForm: dressing?.isForm === true,
  });
  const lead = dressing ? dressing.lead : told;
  return {
    locale: say.locale,
    title: dressing?.title ?? t(list.title as ExportsKey),
    lead: lead || null,
    author: row.takenByName,
    office: [
      t(`exports.paper.office.${at.place.level}`, { name: say.named(at.place) }),
      ...(row.takenByPost ? [row.takenByPost] : []),
    ],
    invocation: t("exports.paper.in-his-name"),
    registry: [
      [t("exports.paper.number"), dressing?.registered?.number ?? exportNumber(at.place.id, row.number)],
      [t("exports.paper.date"), typedJalali(dressing?.registered?.day ?? todayIn(row.createdAt), "en")],
      [t("exports.paper.attachment"), t("exports.paper.no-attachment")],
    ],
    parts,
    signers: [
      ...(dressing?.isSignedByTaker === false
        ? []
        : [[row.takenByPost, row.takenByName] satisfies [string, string]]),
      ...(dressing?.signers ?? [t("exports.paper.approver")]).map((signer): [string, string] =>
        typeof signer === "string" ? [signer, ""] : signer,
      ),
    ],
    signature: t("exports.paper.signature"),
    foot: [dressing?.foot, mark.by, mark.at].filter(Boolean).join(" · "),
    pages: t("exports.paper.pages"),
    sample: env().SAMPLE === "1" ? t("exports.paper.sample") : null,
    isWide,
  };
}
