import type { PlacedActor } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import type { Db } from "~/kernel/db.server";
import { isoOfDate } from "~/lib/jalali";
import type { News, Vars } from "../choices";
import { tellOfficers } from "../tell-officers.server";
import { tellStaff } from "../tell.server";

type VisitNews = Extract<News, `visit-${string}`>;

/** In which state a visit is still what the news says of it. */
const FITS: Record<VisitNews, string> = {
  "visit-announced": "announced",
  "visit-moved": "announced",
  "visit-cancelled": "cancelled",
  "visit-missed": "no-show",
  "visit-reported": "reported",
};

async function standing(db: Db, news: VisitNews, { from, visitId }: { from: number; visitId: string }) {
  const visit = await db.visit.findUnique({
    where: { divisionId_id: { divisionId: from, id: visitId } },
    select: {
      state: true,
      purpose: true,
      plannedOn: true,
      startsAt: true,
      officeId: true,
      targetOfficeId: true,
      targetFa: true,
    },
  });
  if (visit?.state !== FITS[news]) return null;
  const keeper = await db.division.findUnique({
    where: { id: from },
    select: { nameFa: true, nameEn: true },
  });
  const params: Vars = {
    nameFa: keeper?.nameFa ?? "",
    nameEn: keeper?.nameEn ?? "",
    title: visit.purpose,
    place: visit.targetFa,
    day: isoOfDate(visit.plannedOn),
    time: visit.startsAt ?? "",
  };
  return { ...visit, params };
}

/** Tells the staff of the place that another one visits: once for an act on the visit. */
export async function tellVisited(
  actor: PlacedActor,
  eventId: string,
  news: VisitNews,
  about: { from: number; visitId: string },
  now = clock(),
) {
  return tellStaff(actor, eventId, `tell-of-${news}`, now, async (db) => {
    const visit = await standing(db, news, about);
    return visit && { news, params: visit.params, href: `/visits/${about.visitId}` };
  });
}

/** Tells the office whose head visits, and the one that is visited: each once for an act on the visit. */
export async function tellOfficesOfVisit(
  actor: PlacedActor,
  eventId: string,
  news: VisitNews,
  about: { from: number; visitId: string },
  now = clock(),
) {
  return tellOfficers(actor, eventId, `tell-of-${news}`, now, async (db) => {
    const visit = await standing(db, news, about);
    if (!visit) return [];
    const offices = new Set([visit.officeId, visit.targetOfficeId].filter((id) => id !== null));
    return [...offices].map((officeId) => ({ officeId, news, params: visit.params, href: "" }));
  });
}
