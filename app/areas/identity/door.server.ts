import type { Db } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";

export { codeWasRight, mayLookUpCode } from "./code-tries.server";
export { mayAskToJoin } from "./join-tries.server";
export { newLink, storePasswordLink } from "./links.server";
export { doorActor } from "./sessions.server";
export {
  findRecordLink,
  newRecordToken,
  revokeRecordLinks,
  storeRecordLink,
  useRecordLink,
  type RecordLink,
} from "./record-links.server";

/** What another area may know of an account. */
export type KnownAccount = {
  id: string;
  fullName: string;
  /** Whether its holder set a password already. */
  hasPassword: boolean;
  isAdministrator: boolean;
  isDisabled: boolean;
  isSample: boolean;
};

type Row = {
  id: string;
  fullName: string;
  passwordHash: string | null;
  isAdministrator: boolean;
  disabledAt: Date | null;
  isSample: boolean;
};

const asKnown = ({
  id,
  fullName,
  passwordHash,
  isAdministrator,
  disabledAt,
  isSample,
}: Row): KnownAccount => ({
  id,
  fullName,
  hasPassword: passwordHash !== null,
  isAdministrator,
  isDisabled: disabledAt !== null,
  isSample,
});

/** The account with this id. Needs the door's or the administrator's scope. */
export async function findAccount(db: Db, id: string): Promise<KnownAccount | undefined> {
  const row = await db.account.findUnique({ where: { id } });
  return row ? asKnown(row) : undefined;
}

/**
 * The account of a mobile number (`+989…`): the one there is, whatever name it carries, or a new one without password.
 * Of two calls at the same moment one makes it. Needs the door's or the administrator's scope.
 */
export async function openAccount(
  db: Db,
  { mobile, fullName, isSample = false }: { mobile: string; fullName: string; isSample?: boolean },
): Promise<KnownAccount> {
  await db.$executeRaw`insert into account (id, mobile, full_name, is_sample)
    values (${uuidv7()}::uuid, ${mobile}, ${fullName}, ${isSample}) on conflict (mobile) do nothing`;
  return asKnown(await db.account.findUniqueOrThrow({ where: { mobile } }));
}
