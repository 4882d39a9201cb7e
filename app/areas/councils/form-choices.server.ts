import { listPosts } from "~/areas/posts/queries.server";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { CouncilChoices } from "./components/council-form";

const MOST_COUNCILS = 300;

/** What the form of a council offers: the open posts of the place and its standing councils. */
export async function choicesForCouncil(db: Db, divisionId: number, day: IsoDate): Promise<CouncilChoices> {
  const posts = await listPosts(db, [divisionId], day);
  const councils = await db.council.findMany({
    where: { divisionId, kind: "council", dissolvedOn: null },
    select: { id: true, nameFa: true, nameEn: true },
    orderBy: [{ nameFa: "asc" }, { id: "asc" }],
    take: MOST_COUNCILS,
  });
  return { posts: posts.map(({ id, titleFa, titleEn }) => ({ id, titleFa, titleEn })), councils };
}
