import type { Country } from "./country";

/** Username of the assistant of Gorgan in the sample. */
export const ASSISTANT = "gorgan";

/** Opens a session of an account of the sample; answers the cookie to send. */
export async function signIn(country: Country, username = ASSISTANT): Promise<string> {
  const [account] = await country.asOwner(
    async (owner) =>
      (await owner.query<{ id: string }>("select id from account where username = $1", [username])).rows,
  );
  if (!account) throw new Error(`The sample has no account ${username}.`);
  const { openSession } = await import("~/areas/identity/sessions.server");
  const header = await openSession(account.id, "bench");
  return header.split(";")[0] ?? "";
}
