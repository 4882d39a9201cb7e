import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { News } from "../choices";
import { tellStaff } from "../tell.server";

/** The steps of the issuer that no field of the record names the doer of, as they stand in the timeline. */
const STEPS: Partial<Record<News, string[]>> = {
  "obligation-rejected": ["reject"],
  "obligation-day-asked": ["ask-day"],
  "obligation-re-dated": ["re-date"],
  "obligation-ended": ["withdraw", "set-not-applicable"],
};

/**
 * Tells the actor's place, one end of an obligation, what the other end did: the issuer that it is reported done, the
 * debtor that it is verified, rejected, re-dated or no longer asked. Whoever did it himself is not told.
 */
export async function tellOfObligation(
  actor: PlacedActor,
  eventId: string,
  news: Extract<News, `obligation-${string}`>,
  { divisionId, obligationId }: { divisionId: number; obligationId: string },
  now = clock(),
) {
  return tellStaff(actor, eventId, "tell-of-obligation", now, async (db) => {
    const row = await db.obligation.findUnique({
      where: { divisionId_id: { divisionId, id: obligationId } },
      select: {
        sourceTitle: true,
        sourceNumber: true,
        officeId: true,
        reportedByKey: true,
        verifiedByKey: true,
      },
    });
    if (!row) return null;
    const kinds = STEPS[news];
    const step = kinds
      ? await db.obligationEvent.findFirst({
          where: { divisionId, obligationId, kind: { in: kinds } },
          orderBy: { at: "desc" },
          select: { byKey: true },
        })
      : { byKey: news === "obligation-verified" ? row.verifiedByKey : row.reportedByKey };
    return {
      news,
      params: { title: row.sourceTitle, number: row.sourceNumber ?? 0 },
      href: `/obligations/${obligationId}`,
      exceptKey: step?.byKey ?? null,
    };
  });
}
