import { audit } from "~/kernel/audit.server";
import type { Db } from "~/kernel/db.server";
import { doorActor } from "./sessions.server";

/** Writes that somebody did `verb` to his own account. It is kept with the nation: an account stands in no place. */
export async function auditOwn(
  db: Db,
  account: { id: string; fullName: string },
  verb: "change-password" | "set-password" | "end-session" | "end-every-session",
  changed: string[] = [],
): Promise<void> {
  const owner = { ...doorActor, key: account.id, name: account.fullName };
  await audit(db, owner, verb, "Account", account.id, changed, 0);
}
