import { findHandsOfPost, type InPost } from "~/areas/posts/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { tooLate } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { Calling } from "../calling/planned.server";

/** In whose hands the chair of a meeting is; `chairPostId` is null where no open post of the place has it. */
export type Chair = {
  chairPostId: string | null;
  isChairless: boolean;
  titleFa: string | null;
  titleEn: string | null;
  /** Who was named instead of a post. */
  name: string | null;
  hands: InPost[];
};

export async function chairOf(
  db: Db,
  divisionId: number,
  { chairPostId, chairName }: Pick<Calling, "chairPostId" | "chairName">,
  day: IsoDate,
): Promise<Chair> {
  const post = chairPostId ? await findHandsOfPost(db, divisionId, chairPostId, day) : null;
  return {
    chairPostId: post ? chairPostId : null,
    isChairless: post === null,
    titleFa: post?.titleFa ?? null,
    titleEn: post?.titleEn ?? null,
    name: chairName,
    hands: post?.hands ?? [],
  };
}

/** Refuses `conflict` whoever was the chair when his page was opened and is no more. */
export function refuseFormerChair(actor: PlacedActor, { chairPostId, hands }: Chair): void {
  if (chairPostId && !hands.some(({ key }) => key === actor.key)) throw tooLate("minutes.own.chair-ended");
}
