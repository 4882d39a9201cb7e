/** By what places are set beside each other: by how many live there, or by the grade of the county. */
export const PEER_RULES = ["population", "grade"] as const;
export type PeerRule = (typeof PEER_RULES)[number];

/** Upper edges of the bands, in people of the census of 1395: of counties and of provinces. */
const EDGES = { county: [50_000, 150_000], province: [1_000_000, 2_500_000] } as const;

export type Peerable = { population: number | null; grade: string };

/**
 * The group of a place: a band of population, `unknown` where a county is younger than the census, or its grade.
 * Border and inland are told apart nowhere: no list of border counties is kept.
 */
export function peerGroupOf(
  place: Peerable,
  rule: PeerRule,
  level: "county" | "province",
): { key: string; from: number | null; to: number | null } {
  if (rule === "grade") return { key: `grade-${place.grade}`, from: null, to: null };
  if (place.population === null) return { key: "unknown", from: null, to: null };
  const [low, high] = EDGES[level];
  if (place.population < low) return { key: "small", from: null, to: low };
  if (place.population < high) return { key: "middle", from: low, to: high };
  return { key: "large", from: high, to: null };
}
