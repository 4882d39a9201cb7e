import { Prisma } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";

const UNIQUE_VIOLATION = "P2002";

/** Two at once with one mobile number or national code: the later one is refused as if it had come after. */
export async function unlessTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION) {
      if (JSON.stringify(error.meta ?? {}).includes("national_code"))
        throw new Refusal("conflict", "network.national-code-taken-now", { field: "nationalCode" });
      throw new Refusal("conflict", "network.mobile-taken-now", { field: "mobile" });
    }
    throw error;
  }
}
