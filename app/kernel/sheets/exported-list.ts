import type { IsoDate, Locale } from "~/lib/jalali";
import type { Page } from "~/lib/paging";
import type { Level, Place } from "../actor";
import type { Db } from "../db.server";

/** Where and when a list is looked at: in a place, or at the desk of one of its offices. */
export type Standpoint = {
  place: Place;
  today: IsoDate;
  office?: { id: string; nameFa: string; nameEn: string };
};

/** Says things in the language of whoever takes the list out. In a file a day is Jalali and digits are Latin. */
export type Say<Key extends string = string> = {
  t: (key: Key, vars?: Readonly<Record<string, string | number>>) => string;
  locale: Locale;
  day: (iso: IsoDate | null) => string;
  named: (row: { nameFa: string; nameEn: string }) => string;
};

export type ExportedColumn<Row, Key extends string> = {
  header: Key;
  /** In characters. */
  width: number;
  cell: (row: Row, say: Say<Key>) => string | number | false | null | undefined;
};

type Definition<Row, Filter, Key extends string> = {
  /** As it stands in addresses and in the log of exports. */
  name: string;
  title: Key;
  /** Where in a place the list is seen: `/network`, or `/minutes/$minutes`, whose id is a part that narrows the list. */
  page: string;
  /** Holds what belongs to persons: taken out by their own county alone, for a reason. */
  isPersonal: boolean;
  levels: readonly Level[];
  /** Whose list it is, where not the place's: an office's own, which its officer alone takes out. */
  of?: "office";
  /** Parts of the list's address that narrow it. */
  narrowedBy: readonly string[];
  filterOf: (asked: URLSearchParams, at: Standpoint) => Filter;
  /** What the list is narrowed to, in words. */
  told: (filter: Filter, say: Say<Key>) => (string | undefined)[];
  columns: (at: Standpoint) => readonly ExportedColumn<Row, Key>[];
  /** The rows after a cursor, at most `size`, as the list's own page reads them. */
  read: (db: Db, at: Standpoint, filter: Filter, after: string | null, size: number) => Promise<Page<Row>>;
  /** Refuses `missing` where the list speaks of a record that is not there. Nothing stands around a list without. */
  dressed?: (db: Db, at: Standpoint, filter: Filter, say: Say<Key>) => Promise<Dressing>;
};

/** What an office page says around the rows of a list. */
export type Dressing = {
  title: string;
  /** Number and day at the head of the page, where it is an office's paper of its own and not a list that was taken out. */
  registered?: { number: string; day: IsoDate };
  /** A line under the title. */
  lead?: string | undefined;
  facts?: [label: string, value: string | false | null | undefined][];
  /** Without a column that counts the rows, where they bring their own numbers. */
  isCounted?: false;
  /** Headers of columns that a page leaves out, for they would say the same in every row. */
  without?: string[];
  /** Leaves room in the rows for somebody's hand. */
  isForm?: true;
  /** Before the table. */
  texts?: { heading: string | null; lines: string[] }[];
  /** Who signs beside whoever took the list out: a role, with the name of who has it where it is known. */
  signers?: (string | [role: string, name: string])[];
  /** Whoever took it out has no part in what it says. */
  isSignedByTaker?: false;
  /** At the foot of every page, before who took it out. */
  foot?: string;
};

/** A list on its way out, whatever its rows are. */
export type ExportedList = {
  name: string;
  title: string;
  page: string;
  isPersonal: boolean;
  levels: readonly Level[];
  of: "place" | "office";
  /** The parts of an address that narrow this list, each short enough to be kept. */
  narrowed: (asked: URLSearchParams) => Record<string, string>;
  told: (asked: URLSearchParams, at: Standpoint, say: Say) => string[];
  columns: (at: Standpoint, say: Say) => { headers: string[]; widths: number[] };
  read: (
    db: Db,
    at: Standpoint,
    asked: URLSearchParams,
    say: Say,
    page: { after: string | null; size: number },
  ) => Promise<Page<string[]>>;
  dressed: (db: Db, at: Standpoint, asked: URLSearchParams, say: Say) => Promise<Dressing | null>;
};

/** The address of a list's own page within its place, as it was when the list was asked for. */
export function pageOfList({ page }: Pick<ExportedList, "page">, asked: URLSearchParams): string {
  const rest = new URLSearchParams(asked);
  const path = page.replace(/\$(\w+)/g, (_, part: string) => {
    const value = rest.get(part) ?? "";
    rest.delete(part);
    return encodeURIComponent(value);
  });
  return rest.size > 0 ? `${path}?${rest}` : path;
}

const written = (value: string | number | false | null | undefined): string =>
  value === false || value === null || value === undefined ? "" : String(value);

/** Longest part of an address that is kept with an export. */
const LONGEST_PART = 200;

/** Makes a list one that can be taken out as a file, from the columns of its file and the query of its page. */
export function exportedList<Row, Filter, Key extends string>(
  list: Definition<Row, Filter, Key>,
): ExportedList {
  const { name, title, page, isPersonal, levels, of = "place" } = list;
  return {
    name,
    title,
    page,
    isPersonal,
    levels,
    of,
    narrowed: (asked) =>
      Object.fromEntries(
        list.narrowedBy.flatMap((part) => {
          const value = asked.get(part);
          return value && value.length <= LONGEST_PART ? [[part, value]] : [];
        }),
      ),
    told: (asked, at, say) => list.told(list.filterOf(asked, at), say).filter((text) => text !== undefined),
    columns: (at, say) => ({
      headers: list.columns(at).map(({ header }) => say.t(header)),
      widths: list.columns(at).map(({ width }) => width),
    }),
    read: async (db, at, asked, say, { after, size }) => {
      const columns = list.columns(at);
      const { rows, next } = await list.read(db, at, list.filterOf(asked, at), after, size);
      const cells = rows.map((row) => columns.map(({ cell }) => written(cell(row, say))));
      return { rows: cells, next };
    },
    dressed: async (db, at, asked, say) =>
      list.dressed ? list.dressed(db, at, list.filterOf(asked, at), say) : null,
  };
}
