import type { Actor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import type { ExportedList, Say, Standpoint } from "~/kernel/sheets/exported-list";
import type { Page } from "~/lib/paging";

/** Rows read in one transaction. */
const AT_ONCE = 1000;

/** The rows of a list batch by batch, each in a transaction of its own, at most so many in all. */
export async function* rowsOfList(
  actor: Actor,
  { list, asked, at, say }: { list: ExportedList; asked: URLSearchParams; at: Standpoint; say: Say },
  most: number,
  atOnce = AT_ONCE,
): AsyncGenerator<string[][]> {
  let sent = 0;
  let after: string | null = null;
  do {
    const from: string | null = after;
    const page: Page<string[]> = await within(
      actor,
      (db) => list.read(db, at, asked, say, { after: from, size: atOnce }),
      { readOnly: true },
    );
    yield page.rows.slice(0, most - sent);
    sent += page.rows.length;
    after = page.next;
  } while (after !== null && sent < most);
}
