import { listOffices } from "~/areas/bodies/queries.server";
import { listCouncilChoices } from "~/areas/councils/queries.server";
import { listPosts } from "~/areas/posts/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { listRooms } from "./rooms.server";
import { listOfferedTypes } from "./types.server";

/** What the form of a planned meeting or a series offers: types, rooms, posts with their holders, offices. */
export async function readPlanChoices(db: Db, place: Place, today: IsoDate) {
  const types = await listOfferedTypes(db, place, today);
  const rooms = await listRooms(db, place.id);
  const posts = await listPosts(db, [place.id], today);
  const offices = await listOffices(db, place.id, today);
  const councils = await listCouncilChoices(db, place.id);
  const presides = posts.find(({ role }) => role === "governor" || role === "representative");
  return {
    types: types.map(({ code, fa, en, minutesLong }) => ({ code, fa, en, minutesLong })),
    rooms: rooms.map(({ id, name }) => ({ id, name })),
    posts: posts.map(({ id, titleFa, titleEn, holder }) => ({
      id,
      fa: titleFa,
      en: titleEn,
      holder: holder?.name ?? null,
    })),
    councils: councils.map(({ id, nameFa, nameEn, kind, chairPostId, secretaryPostId }) => ({
      id,
      fa: nameFa,
      en: nameEn,
      kind,
      chairPostId,
      secretaryPostId,
    })),
    offices: offices.map(({ id, nameFa, nameEn }) => ({ id, fa: nameFa, en: nameEn })),
    chair: presides?.id ?? null,
  };
}
export type PlanChoices = Awaited<ReturnType<typeof readPlanChoices>>;
