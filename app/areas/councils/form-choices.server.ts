import { listPosts } from "~/areas/posts/queries.server";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { CouncilChoices } from "./components/council-form";
import { listCouncilChoices } from "./queries.server";

/** What the form of a council offers: the open posts of the place and its standing councils. */
export async function choicesForCouncil(db: Db, divisionId: number, day: IsoDate): Promise<CouncilChoices> {
  const posts = await listPosts(db, [divisionId], day);
  const councils = (await listCouncilChoices(db, divisionId)).filter(({ kind }) => kind === "council");
  return {
    posts: posts.map(({ id, titleFa, titleEn }) => ({ id, titleFa, titleEn })),
    councils: councils.map(({ id, nameFa, nameEn }) => ({ id, nameFa, nameEn })),
  };
}
