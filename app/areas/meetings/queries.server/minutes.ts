import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { isoOfDate } from "~/lib/jalali";
import { decodeCursor, PAGE_SIZE, pageOf } from "~/lib/paging";
import { headOf, reviewOf } from "../stored-review.server";

/** Issued minutes of a place, newest first. */
export async function listMinutes(db: Db, placeId: number, after?: string | null, size = PAGE_SIZE) {
  const cursor = decodeCursor(after, ["instant", "uuid"]);
  const [at, id] = cursor ?? [];
  const rows = await db.minutes.findMany({
    where: {
      divisionId: placeId,
      ...(typeof at === "string" && typeof id === "string"
        ? { OR: [{ issuedAt: { lt: new Date(at) } }, { issuedAt: new Date(at), id: { lt: id } }] }
        : {}),
    },
    select: {
      id: true,
      title: true,
      heldOn: true,
      issuedAt: true,
      issuedByName: true,
      _count: { select: { resolutions: true } },
    },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    take: size + 1,
  });
  return pageOf(
    rows.map(({ heldOn, _count, ...row }) => ({
      ...row,
      heldOn: heldOn ? isoOfDate(heldOn) : null,
      resolutions: _count.resolutions,
    })),
    size,
    (row) => [row.issuedAt.toISOString(), row.id],
  );
}

/** Drafts under review in a place, newest first; at most 50. */
export async function listDrafts(db: Db, placeId: number) {
  const rows = await db.minutesDraft.findMany({
    where: { divisionId: placeId, state: "review" },
    select: { id: true, review: true, createdAt: true, updatedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return rows.map(({ review, ...row }) => ({ ...row, ...headOf(review) }));
}

/** A draft with its source, for the review screen. Refuses `missing`, and `conflict` one that cannot be read. */
export async function getDraft(db: Db, placeId: number, id: string) {
  const row = await db.minutesDraft.findUnique({ where: { divisionId_id: { divisionId: placeId, id } } });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return { ...row, review: reviewOf(row.review) };
}

/** The text that a draft was pasted from. Refuses `missing`. */
export async function getSource(db: Db, placeId: number, id: string): Promise<string> {
  const row = await db.minutesDraft.findUnique({
    where: { divisionId_id: { divisionId: placeId, id } },
    select: { sourceText: true },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return row.sourceText;
}

/** Issued minutes with their resolutions. Refuses `missing`. */
export async function getMinutes(db: Db, placeId: number, id: string) {
  const row = await db.minutes.findUnique({
    where: { divisionId_id: { divisionId: placeId, id } },
    include: {
      resolutions: {
        orderBy: { number: "asc" },
        include: { items: { orderBy: { position: "asc" } }, parties: { orderBy: { id: "asc" } } },
      },
    },
  });
  if (!row) throw new Refusal("missing", "refusal.missing");
  return {
    ...row,
    heldOn: row.heldOn ? isoOfDate(row.heldOn) : null,
    resolutions: row.resolutions.map((resolution) => ({
      ...resolution,
      dueOn: resolution.dueOn ? isoOfDate(resolution.dueOn) : null,
    })),
  };
}
