import { listOffices } from "~/areas/bodies/queries.server";
import { offeredOf } from "~/areas/catalogues/queries.server";
import { listChildren } from "~/areas/divisions/queries.server";
import { listPosts } from "~/areas/posts/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import type { IsoDate } from "~/lib/jalali";
import type { TargetKind } from "./choices";
import type { Target, Visitor } from "./schema";

type Named = { nameFa: string; nameEn: string };

/** A place that may be visited; `key` is how a form names it. */
export type TargetChoice = Named & { key: string; kind: TargetKind };
export type VisitorChoice = Named & { key: string; kind: "post" | "office" };

/** Where officials of a place go: what lies below it, its own localities, the offices in it. */
export async function listTargets(db: Db, place: Place, day: IsoDate): Promise<TargetChoice[]> {
  const below =
    place.level === "county"
      ? []
      : (await listChildren(db, place.id)).filter(({ validTo }) => validTo === null || validTo > day);
  const localities = place.level === "county" ? (await offeredOf(db, place, ["locality"], day)).locality : [];
  const offices = await listOffices(db, place.id, day);
  return [
    ...below.map(({ id, nameFa, nameEn }) => ({
      key: `division:${id}`,
      kind: "division" as const,
      nameFa,
      nameEn,
    })),
    ...localities.map(({ code, fa, en }) => ({
      key: `locality:${code}`,
      kind: "locality" as const,
      nameFa: fa,
      nameEn: en,
    })),
    ...offices.map(({ id, nameFa, nameEn }) => ({
      key: `office:${id}`,
      kind: "office" as const,
      nameFa,
      nameEn,
    })),
  ];
}

/** Who visits: the open posts of a place, and its offices by their heads. */
export async function listVisitors(db: Db, place: Place, day: IsoDate): Promise<VisitorChoice[]> {
  const posts = await listPosts(db, [place.id], day);
  const offices = await listOffices(db, place.id, day);
  return [
    ...posts.map(({ id, titleFa, titleEn }) => ({
      key: `post:${id}`,
      kind: "post" as const,
      nameFa: titleFa,
      nameEn: titleEn,
    })),
    ...offices.map(({ id, nameFa, nameEn }) => ({
      key: `office:${id}`,
      kind: "office" as const,
      nameFa,
      nameEn,
    })),
  ];
}

export const keyOfTarget = (target: Target): string => {
  switch (target.kind) {
    case "division":
      return `division:${target.divisionId}`;
    case "locality":
      return `locality:${target.code}`;
    case "office":
      return `office:${target.officeId}`;
  }
};

/** The columns of where a visit goes. Refuses `invalid` what the place's form does not offer. */
export function targetColumns(placeId: number, target: Target, offered: readonly TargetChoice[]) {
  const found = offered.find(({ key }) => key === keyOfTarget(target));
  if (!found) throw new Refusal("invalid", "visits.unknown-target", { field: "target" });
  return {
    targetKind: target.kind,
    targetDivisionId: target.kind === "division" ? target.divisionId : placeId,
    locality: target.kind === "locality" ? found.nameFa : null,
    targetOfficeId: target.kind === "office" ? target.officeId : null,
    targetFa: found.nameFa,
    targetEn: found.nameEn,
  };
}

/** The columns of who visits. Refuses `invalid` what the place's form does not offer. */
export function visitorColumns(visitor: Visitor, offered: readonly VisitorChoice[]) {
  const found = offered.find(({ key }) => key === `${visitor.kind}:${visitor.id}`);
  if (!found) throw new Refusal("invalid", "visits.unknown-visitor", { field: "visitor" });
  return {
    postId: visitor.kind === "post" ? visitor.id : null,
    officeId: visitor.kind === "office" ? visitor.id : null,
    visitorFa: found.nameFa,
    visitorEn: found.nameEn,
  };
}
