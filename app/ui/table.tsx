import { Fragment, isValidElement, type CSSProperties, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";
import { ScrollRegion } from "./scroll-region";

/** What a cell becomes when the row turns into a card on a phone. */
export type PhonePlace =
  /** "label: value" line (default) */
  | "line"
  /** the card's title, without a label (default of the first column) */
  | "title"
  /** a line without a label: chips, meters */
  | "bare"
  /** at the end side of the title: one action */
  | "corner"
  /** there too: one chip or figure, read with the title */
  | "mark"
  /** left out */
  | "hidden";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Compared figures: one width for all digits, the units under each other (digits run left to right in Persian too). */
  numeric?: boolean;
  phone?: PhonePlace;
  /** Header without visible words (actions, ticks): `header` is then only read aloud. Left out in print. */
  quietHeader?: boolean;
  /** Sorting by this column: where its header leads, and the direction in force. */
  sort?: { to: string; direction?: "ascending" | "descending" };
  /** Keeps short things on one line. */
  noWrap?: boolean;
  /** Left out in print, where the others need its room. */
  screenOnly?: boolean;
};

const PHONE: Record<PhonePlace, string> = {
  line: "list-line",
  title: "list-title",
  bare: "list-bare",
  corner: "list-corner",
  mark: "list-mark",
  hidden: "list-off-phone",
};

/** As many columns have their name by their place (`repeated.css`); cells of further ones bring it along. */
const NAMED = 12;

const inStylesheet = (text: string) =>
  `"${text.replace(/["\\\n\r]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;

const named = (property: string, { header }: { header: string }) =>
  ({ [property]: inStylesheet(header) }) as CSSProperties;

/** The names of the columns, once for the whole table: cards show them beside each value. */
const namesOf = (columns: readonly { header: string }[]): CSSProperties =>
  Object.assign({}, ...columns.slice(0, NAMED).map((one, index) => named(`--name-${index + 1}`, one)));

/** Beside its label on a phone a value stands as one piece: what is several is held together. */
function isOneThing(content: ReactNode): boolean {
  return isValidElement(content)
    ? content.type !== Fragment
    : typeof content !== "object" || content === null;
}

/** Nobody presses anything on paper. */
const isOffPaper = <Row,>({ screenOnly, quietHeader }: Column<Row>) => screenOnly || quietHeader;

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const words = column.quietHeader ? <span className="sr-only">{column.header}</span> : column.header;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort?.direction}
      className={classNames(
        "px-3 py-2 align-bottom text-meta font-medium text-ink-3 first:ps-4 last:pe-4",
        column.numeric ? "text-start ltr:text-end" : "text-start",
        isOffPaper(column) && "print:hidden",
      )}
    >
      {sort ? (
        <Link
          to={sort.to}
          className={classNames(
            "inline-flex min-h-6 items-center gap-1 hover:text-teal",
            sort.direction && "font-semibold text-ink",
          )}
        >
          {sort.direction && (
            <Icon of={sort.direction === "ascending" ? "chevron-up" : "chevron-down"} size={15} />
          )}
          {words}
        </Link>
      ) : (
        words
      )}
    </th>
  );
}

/** What the cells of a column have in common. What most cells are needs no name: a title at first, then lines. */
function cellOf<Row>(column: Column<Row>, index: number) {
  const usual = index === 0 ? "title" : "line";
  const phone = column.phone ?? usual;
  const look = classNames(
    phone !== usual && PHONE[phone],
    column.numeric && "list-figures",
    (column.noWrap || column.quietHeader) && "list-one-line",
    isOffPaper(column) && "print:hidden",
  );
  const isLine = phone === "line";
  const name = isLine && index >= NAMED ? named("--name", column) : undefined;
  return { key: column.key, cell: column.cell, look: look || undefined, isLine, name };
}

/**
 * A list: dense rows on a desk, cards with the same order of facts on a phone. Columns are declared once.
 *
 * @param caption what the table holds, read before it; `showCaption` also shows it.
 * @param empty what stands instead when there is no row: an EmptyState.
 * @param isSelected marks a row as chosen. `tone` marks a row that needs somebody (saffron ground).
 * @param detail what opens under a row (null: nothing).
 */
export function Table<Row>({
  columns,
  rows,
  rowKey,
  caption,
  showCaption = false,
  empty,
  isSelected,
  tone,
  detail,
}: {
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  caption: string;
  showCaption?: boolean;
  empty?: ReactNode;
  isSelected?: (row: Row) => boolean;
  tone?: (row: Row) => "saffron" | undefined;
  detail?: (row: Row) => ReactNode;
}) {
  if (rows.length === 0 && empty) {
    return <div className="rounded-card border border-line-2 bg-sheet">{empty}</div>;
  }
  const cells = columns.map(cellOf);
  return (
    // The roles are spelled out: a table laid out as blocks loses its own in some browsers.
    <ScrollRegion
      label={caption}
      className="relative sm:overflow-x-auto sm:rounded-card sm:border sm:border-line-2 sm:bg-sheet"
    >
      <table role="table" className="w-full border-collapse text-cell max-sm:block" style={namesOf(columns)}>
        <caption className={showCaption ? "px-4 pt-3 text-start text-item max-sm:block" : "sr-only"}>
          {caption}
        </caption>
        <thead role="rowgroup" className="border-b border-line-2 max-sm:sr-only">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:flex max-sm:flex-col max-sm:gap-3">
          {rows.map((row) => {
            const opened = detail?.(row);
            return (
              <Fragment key={rowKey(row)}>
                <tr
                  role="row"
                  data-selected={isSelected?.(row) || undefined}
                  className={classNames(
                    "list-row",
                    opened ? "max-sm:rounded-b-none" : null,
                    tone?.(row) === "saffron" && "bg-saffron-tint hover:bg-saffron-tint",
                  )}
                >
                  {cells.map(({ key, cell, look, isLine, name }, index) => {
                    const content = cell(row);
                    const inside = isLine && !isOneThing(content) ? <div>{content}</div> : content;
                    return index === 0 ? (
                      <th key={key} role="rowheader" className={look} style={name}>
                        {inside}
                      </th>
                    ) : (
                      <td key={key} role="cell" className={look} style={name}>
                        {inside}
                      </td>
                    );
                  })}
                </tr>
                {opened && (
                  <tr
                    role="row"
                    className="border-b border-line bg-paper print:border-0 max-sm:-mt-3 max-sm:block max-sm:rounded-b-card max-sm:border max-sm:border-t-0 max-sm:border-line-2"
                  >
                    <td role="cell" colSpan={columns.length} className="px-4 py-2 max-sm:block print:py-0">
                      {opened}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The dash of a cell that has nothing to say: a card on a phone leaves its line out. */
export const Nothing = () => <span className="list-nothing">–</span>;
