import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { canSeal, keyedHash, seal, unseal } from "~/kernel/sealed.server";
import { parseNationalCode } from "~/lib/identifiers";

const ownerOf = (divisionId: number, personId: string) => `person ${divisionId} ${personId}`;

/** By what a whole national code is found in its county; another county's hash of the same code is another one. */
export function nationalCodeHash(divisionId: number, code: string): string {
  return keyedHash(code, `national code ${divisionId}`);
}

/** A national code as a person's record keeps it. */
export function keptNationalCode(divisionId: number, personId: string, code: string) {
  return {
    nationalCodeSealed: seal(code, ownerOf(divisionId, personId)),
    nationalCodeHash: nationalCodeHash(divisionId, code),
  };
}

/** The national code of one record sealed for another that takes its place. Refuses what cannot be opened. */
export function carriedNationalCode(
  divisionId: number,
  from: { id: string; national_code_sealed: string | null } | undefined,
  toId: string,
) {
  if (!from?.national_code_sealed) return { nationalCodeSealed: null, nationalCodeHash: null };
  const code = unseal(from.national_code_sealed, ownerOf(divisionId, from.id));
  if (code === null) throw new Refusal("conflict", "network.national-code-no-key");
  return keptNationalCode(divisionId, toId, code);
}

/** What is shown of a national code: its last three digits. Null where there is none, or it cannot be opened. */
export function maskedNationalCode(divisionId: number, personId: string, sealed: string | null) {
  const code = sealed === null ? null : unseal(sealed, ownerOf(divisionId, personId));
  return code === null ? null : `•••••••${code.slice(-3)}`;
}

/** Whoever has exactly the national code that is typed; null when the text is none, or nobody has it. */
export async function findByNationalCode(db: Db, divisionId: number, text: string): Promise<string | null> {
  const code = parseNationalCode(text);
  if (code === null || !canSeal()) return null;
  const hash = nationalCodeHash(divisionId, code);
  const person = await db.person.findFirst({
    where: { divisionId, nationalCodeHash: hash, state: { not: "cancelled" } },
    select: { id: true },
  });
  return person?.id ?? null;
}

/** Refuses a national code that another person of the county has; the message names him to his own county alone. */
export async function refuseTakenNationalCode(
  db: Db,
  divisionId: number,
  code: string,
  exceptId?: string,
): Promise<void> {
  if (!canSeal()) throw new Refusal("invalid", "network.national-code-no-key", { field: "nationalCode" });
  const hash = nationalCodeHash(divisionId, code);
  const holder = await db.person.findFirst({ where: { divisionId, nationalCodeHash: hash } });
  if (!holder || holder.id === exceptId) return;
  throw new Refusal(
    "conflict",
    `network.national-code-taken?${new URLSearchParams({ name: holder.fullName })}`,
    {
      field: "nationalCode",
      params: { personId: holder.id },
    },
  );
}
