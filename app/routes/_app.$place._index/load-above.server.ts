import { listChildren, listEveryCounty } from "~/areas/divisions/queries.server";
import { countMeetings, listLastHeld } from "~/areas/meetings/queries.server/meetings";
import { glanceAtUnverified } from "~/areas/obligations/queries.server";
import { listLastRaised, listReceived } from "~/areas/obstacles/queries.server";
import { listPosts } from "~/areas/posts/queries.server";
import { countVacancies, filledBy } from "~/areas/posts/vacancies.server";
import { WITH_REVIEWER } from "~/areas/reports/lifecycle";
import { countStandings, listStandings } from "~/areas/reports/queries/standings.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import { boundsOf, periodOf, previousPeriod } from "~/lib/period";
import { together } from "~/lib/together";
import { loadReport } from "./load-county.server";
import { loadVisits } from "./load-visits.server";

/** A county that recorded nothing for so many days is called silent. */
export const SILENT_AFTER = 30;

/** How a county stands: without an assistant, with one who recorded nothing lately, or at work. */
export type CountyStanding = {
  id: number;
  nameFa: string;
  nameEn: string;
  standing: "vacant" | "silent" | "working";
  /** Vacant since, or last record; null when there never was one. */
  since: IsoDate | null;
};

/** The counties of a province as they stand, those that need somebody first. Vacant is told apart from silent. */
async function listCountyStandings(db: Db, actor: PlacedActor, today: IsoDate): Promise<CountyStanding[]> {
  const counties = (await listChildren(db, actor.place.id)).filter((county) => county.validTo === null);
  const posts = await listPosts(
    db,
    counties.map((county) => county.id),
    today,
  );
  const last = new Map<number, IsoDate>();
  for (const { divisionId, day } of [
    ...(await listLastHeld(db, actor.place)),
    ...(await listLastRaised(db, actor.place)),
  ]) {
    if ((last.get(divisionId) ?? "") < day) last.set(divisionId, day);
  }
  const silentBefore = addDays(today, -SILENT_AFTER);
  const rank = { vacant: 0, silent: 1, working: 2 };
  return counties
    .map(({ id, nameFa, nameEn }): CountyStanding => {
      const own = posts.filter((post) => post.divisionId === id && post.role === "assistant");
      if (!own.some((post) => post.holder)) {
        return { id, nameFa, nameEn, standing: "vacant", since: own[0]?.vacantSince ?? null };
      }
      const since = last.get(id) ?? null;
      const standing = since !== null && since >= silentBefore ? "working" : "silent";
      return { id, nameFa, nameEn, standing, since };
    })
    .sort(
      (one, other) =>
        rank[one.standing] - rank[other.standing] || (one.since ?? "").localeCompare(other.since ?? ""),
    );
}

/** Reports of the quarter that ended last: which lie here for review, and how the places stand. */
async function loadReceived(db: Db, actor: PlacedActor, level: "county" | "province", today: IsoDate) {
  const period = previousPeriod(periodOf(today, "quarter"));
  const { lo, hi } = actor.place;
  const places = await listStandings(db, { lo, hi, level }, period);
  return {
    period,
    counts: countStandings(places),
    /** Places of the quarter's own list: those made since are not in it, and those closed since are. */
    listed: places.length,
    toReview: places
      .filter((place) => place.state && WITH_REVIEWER.includes(place.state))
      .map(({ divisionId, nameFa, nameEn, dueOn, isLate }) => ({
        divisionId,
        nameFa,
        nameEn,
        dueOn,
        isLate,
      })),
  };
}

/** Vacant posts that are the actor's to fill; none for whoever appoints nobody. */
async function loadVacancies(db: Db, actor: PlacedActor, today: IsoDate) {
  const fills = filledBy(actor);
  if (fills === null) return { count: 0, oldest: null };
  return countVacancies(db, { ...actor.place, fills }, { mine: true }, today);
}
export type DeskVacancies = Awaited<ReturnType<typeof loadVacancies>>;

/** What waits for a provincial representative or expert, and how the counties stand. */
export async function loadProvinceDesk(db: Db, actor: PlacedActor, today: IsoDate) {
  const { id } = actor.place;
  const { obstacles, ...rest } = await together({
    obstacles: listReceived(db, id, { open: true, size: 5 }),
    toVerify: glanceAtUnverified(db, id, today),
    counties: listCountyStandings(db, actor, today),
    vacancies: loadVacancies(db, actor, today),
    received: loadReceived(db, actor, "county", today),
    report: loadReport(db, id, today),
    visits: loadVisits(db, id, today),
  });
  return {
    kind: "province" as const,
    obstacles: obstacles.rows.map(
      ({ id: legId, title, sourceNameFa, sourceNameEn, limitOn, contestReason }) => ({
        id: legId,
        title,
        sourceNameFa,
        sourceNameEn,
        limitOn,
        contestReason,
      }),
    ),
    ...rest,
    silentAfter: SILENT_AFTER,
  };
}
export type ProvinceDesk = Awaited<ReturnType<typeof loadProvinceDesk>>;

/** What the national office sees: numbers by province, no person. */
export async function loadNationDesk(db: Db, actor: PlacedActor, today: IsoDate) {
  const counties = (await listEveryCounty(db)).filter((county) => county.isOpen);
  const provinces = await listChildren(db, actor.place.id);
  const posts = await listPosts(
    db,
    counties.map((county) => county.id),
    today,
  );
  const assistants = posts.filter((post) => post.role === "assistant");
  const withPost = new Set(assistants.map((post) => post.divisionId));
  const filled = new Set(assistants.filter((post) => post.holder).map((post) => post.divisionId));
  const period = periodOf(today, "quarter");
  const meetings = await countMeetings(db, actor.place, boundsOf(period));
  const count = (ids: { id: number }[], among: Set<number>) => ids.filter(({ id }) => among.has(id)).length;
  return {
    kind: "nation" as const,
    counties: counties.length,
    filled: filled.size,
    vacant: withPost.size - filled.size,
    withoutPost: counties.length - withPost.size,
    vacancies: await loadVacancies(db, actor, today),
    meetings: meetings.thematic + meetings["among-people"] + meetings.joint,
    period,
    reports: await loadReceived(db, actor, "county", today),
    received: await loadReceived(db, actor, "province", today),
    provinces: provinces.map(({ id, nameFa, nameEn }) => {
      const own = counties.filter((county) => county.parentId === id);
      return {
        id,
        nameFa,
        nameEn,
        counties: own.length,
        filled: count(own, filled),
        withPost: count(own, withPost),
      };
    }),
  };
}
export type NationDesk = Awaited<ReturnType<typeof loadNationDesk>>;
