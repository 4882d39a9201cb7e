import { findOffices } from "~/areas/bodies/queries.server";
import { findCircles, findPeople } from "~/areas/network/queries.server/search";
import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import { formatMobile } from "~/lib/identifiers";
import type { IsoDate, Locale } from "~/lib/jalali";
import type { FoundGroup, FoundItem } from "~/ui/command-search";

type Asked = { q: string; size: number; locale: Locale; today: IsoDate };

/** What a place's reader finds by a few letters: people of his own county alone, circles, bodies of the place. */
export async function findAll(
  db: Db,
  actor: PlacedActor,
  { q, size, locale, today }: Asked,
): Promise<FoundGroup[]> {
  const { place } = actor;
  const seesPeople = place.level === "county" && may(actor, "view", "Person");
  const people = seesPeople ? await findPeople(db, place.id, q, size) : [];
  const circles = await findCircles(db, place, q, size);
  const bodies = await findOffices(db, place.id, today, q, size);
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const groups: { kind: string; items: FoundItem[] }[] = [
    {
      kind: "people",
      items: people.map(({ id, fullName, mobile, locality }) => ({
        to: `/${place.id}/network/people/${id}`,
        title: fullName,
        meta: [locality, mobile && formatMobile(mobile, locale)].filter(Boolean).join(" · ") || undefined,
      })),
    },
    {
      kind: "circles",
      items: circles.map(({ id, name, divisionNameFa, divisionNameEn }) => ({
        to: `/${place.id}/network/circles/${id}`,
        title: name,
        meta:
          place.level === "county" ? undefined : named({ nameFa: divisionNameFa, nameEn: divisionNameEn }),
      })),
    },
    {
      kind: "bodies",
      items: bodies.map((office) => ({ to: `/${place.id}/bodies/${office.id}`, title: named(office) })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
