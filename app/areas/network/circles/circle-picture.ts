import type { EndKind } from "../ties/tie-choice";

/** Who or what stands in the picture of a circle. */
export type PictureNode = {
  /** `person:…`, `circle:…` or `office:…`. */
  key: string;
  kind: EndKind;
  id: string;
  fa: string;
  en: string;
  /** A member of the circle itself. */
  isMember: boolean;
};

/** A line of the picture: a relationship that stands, or a membership of a circle. */
export type PictureLine = { one: string; other: string; isMembership: boolean };

export type Picture = { centre: string; nodes: PictureNode[]; lines: PictureLine[] };

/** Most that one picture shows; more would not be read. */
export const MOST_NODES = 120;

/** From this many members on, and from this share of the other members, others lean on one. */
export const LEANING = { least: 3, share: 0.5 };

/** What the picture says of a person. */
export type Standing = {
  /** Relationships beside memberships. */
  ties: number;
  /** A member whom nothing but membership ties to anybody. */
  isAlone: boolean;
  /** Other members who lean on him, and how many other members there are; null below the threshold. */
  leaning: { count: number; of: number } | null;
};

function neighboursOf(lines: readonly PictureLine[], isWanted: (line: PictureLine) => boolean) {
  const around = new Map<string, Set<string>>();
  const add = (one: string, other: string) =>
    around.set(one, (around.get(one) ?? new Set<string>()).add(other));
  for (const line of lines.filter(isWanted)) {
    add(line.one, line.other);
    add(line.other, line.one);
  }
  return around;
}

/** How many others each can reach, with one person left out. */
function reachWithout(
  around: ReadonlyMap<string, ReadonlySet<string>>,
  left: string | null,
): Map<string, number> {
  const reach = new Map<string, number>();
  for (const start of around.keys()) {
    if (start === left || reach.has(start)) continue;
    const group = new Set([start]);
    for (const one of group) for (const next of around.get(one) ?? []) if (next !== left) group.add(next);
    for (const one of group) reach.set(one, group.size - 1);
  }
  return reach;
}

/**
 * Who stands alone in a circle, and on whom the others lean. A member stands alone when nothing but membership ties him to
 * anybody. A member leans on a person when, without that person, the relationships between people would lead him to fewer
 * than half of the others whom they lead him to now; a person on whom at least three, and at least half, of the other
 * members lean is much relied on.
 */
export function standingsOf({ centre, nodes, lines }: Picture): Map<string, Standing> {
  const people = nodes.filter(({ kind }) => kind === "person");
  const isPerson = new Set(people.map(({ key }) => key));
  const tied = neighboursOf(lines, ({ isMembership }) => !isMembership);
  const among = neighboursOf(
    lines,
    ({ one, other, isMembership }) => !isMembership && isPerson.has(one) && isPerson.has(other),
  );
  const reach = reachWithout(among, null);
  const members = people.filter(({ isMember }) => isMember);
  const standings = new Map<string, Standing>();
  for (const { key, isMember } of people) {
    const others = members.filter((member) => member.key !== key);
    const without = reachWithout(among, key);
    const start = among.get(key);
    const count = others.filter((member) => {
      // Of his own group the person himself is no loss that counts.
      const now = (reach.get(member.key) ?? 0) - 1;
      const isOfGroup = start !== undefined && now >= 0 && connects(among, member.key, key);
      return isOfGroup && (now === 0 || (without.get(member.key) ?? 0) * 2 < now);
    }).length;
    const isMuch = count >= LEANING.least && count >= others.length * LEANING.share;
    const ties = [...(tied.get(key) ?? [])].filter((other) => other !== key).length;
    standings.set(key, {
      ties,
      isAlone: isMember && ties === 0 && key !== centre,
      leaning: isMuch ? { count, of: others.length } : null,
    });
  }
  return standings;
}

function connects(around: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const group = new Set([from]);
  for (const one of group) for (const next of around.get(one) ?? []) group.add(next);
  return group.has(to);
}

/**
 * A picture of at most `most`: the circle, then its members, then its neighbours, those with the most relationships first.
 * `leftOut` says how many are not shown.
 */
export function bounded(picture: Picture, most = MOST_NODES): Picture & { leftOut: number } {
  const { centre, nodes, lines } = picture;
  const count = new Map<string, number>();
  for (const { one, other, isMembership } of lines) {
    if (isMembership) continue;
    for (const key of [one, other]) count.set(key, (count.get(key) ?? 0) + 1);
  }
  const turn = (node: PictureNode) => (node.key === centre ? 0 : node.isMember ? 1 : 2);
  const kept = [...nodes]
    .sort(
      (a, b) =>
        turn(a) - turn(b) ||
        (count.get(b.key) ?? 0) - (count.get(a.key) ?? 0) ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    )
    .slice(0, most);
  const keys = new Set(kept.map(({ key }) => key));
  return {
    centre,
    nodes: kept,
    lines: lines.filter(({ one, other }) => keys.has(one) && keys.has(other)),
    leftOut: nodes.length - kept.length,
  };
}
