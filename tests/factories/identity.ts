import { hashPassword } from "~/areas/identity/passwords.server";
import { doorActor } from "~/areas/identity/sessions.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";

export const PASSWORD = "گذرواژه-آزمون-1405";

let hashed: Promise<string> | undefined;

type Given = {
  username?: string;
  mobile?: string;
  fullName?: string;
  isAdministrator?: boolean;
  isSample?: boolean;
  disabledAt?: Date;
  /** False for an account whose password was never set. */
  withPassword?: boolean;
};

/** An account with `PASSWORD`; one that has the same username or mobile already is taken as it is. */
export async function anAccount({ withPassword = true, ...given }: Given = {}): Promise<{ id: string }> {
  const passwordHash = withPassword ? await (hashed ??= hashPassword(PASSWORD)) : null;
  return within(doorActor, async (db) => {
    const { username, mobile } = given;
    const names = [...(username ? [{ username }] : []), ...(mobile ? [{ mobile }] : [])];
    const known = names.length > 0 ? await db.account.findFirst({ where: { OR: names } }) : null;
    return (
      known ?? db.account.create({ data: { id: uuidv7(), fullName: "نرگس شکیبا", passwordHash, ...given } })
    );
  });
}
