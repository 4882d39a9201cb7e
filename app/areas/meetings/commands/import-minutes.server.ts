import { listGroups, listKnownParties, listOffices } from "~/areas/bodies/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { sha256Hex, uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { asJson } from "../minutes-draft.server";
import { firstReview } from "../minutes-first-review";
import { parseMinutes } from "../minutes-import/parse";
import type { ImportMinutes } from "../minutes-schema";

export type Imported = { state: "new" | "draft" | "issued"; id: string };

/**
 * Reads pasted minutes into a draft of the place, to be reviewed; nothing is issued. The same document again leads to
 * the draft under review, or to the minutes that were issued of it.
 */
export async function importMinutes(
  actor: PlacedActor,
  { text }: ImportMinutes,
  now = clock(),
): Promise<Imported> {
  authorize(actor, "import", "Minutes");
  // PostgreSQL stores no NUL, and half a pair is no character: one for one, so that every offset stays.
  const source = text.replaceAll("\u0000", "\uFFFD").replace(LONE_SURROGATE, "\uFFFD");
  const sourceHash = await sha256Hex(source.replace(/\r\n?/g, "\n").trim());
  const today = todayIn(now);
  const known = await within(
    actor,
    async (db) => ({
      parties: await listKnownParties(db),
      groups: await listGroups(db),
      offices: await listOffices(db, actor.place.id, today),
    }),
    { readOnly: true },
  );
  const parsed = parseMinutes(
    source,
    known.parties.map(({ nameFa, ...party }) => ({ ...party, canonical: nameFa })),
  );
  const review = firstReview(parsed, known);

  return within(actor, async (db) => {
    const issued = await db.minutes.findUnique({
      where: { divisionId_sourceHash: { divisionId: actor.place.id, sourceHash } },
      select: { id: true },
    });
    if (issued) return { state: "issued" as const, id: issued.id };
    const open = await db.minutesDraft.findFirst({
      where: { divisionId: actor.place.id, sourceHash, state: "review" },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    if (open) return { state: "draft" as const, id: open.id };
    const id = uuidv7();
    await db.minutesDraft.create({
      data: {
        divisionId: actor.place.id,
        id,
        sourceText: source,
        sourceHash,
        review: asJson(review),
        state: "review",
        createdAt: now,
        updatedAt: now,
        createdByKey: actor.key,
      },
    });
    await audit(db, actor, "import", "Minutes", id);
    return { state: "new" as const, id };
  });
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
