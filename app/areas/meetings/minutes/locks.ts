import { certaintyOfReading, type Review, type ReviewResolution } from "./review";

/** What keeps minutes from being issued; `resolution` is the number it stands at. */
export type Lock = { code: LockCode; resolution?: number; id?: string };

export type LockCode =
  | "no-resolutions"
  | "title-missing"
  | "date-missing"
  | "date-unseen"
  | "number-repeated"
  | "text-missing"
  | "party-missing"
  | "party-unknown"
  | "party-without-office"
  | "group-empty"
  | "deadline-missing"
  | "guess-unseen";

/** What is known of the place when minutes are issued: its open offices and the groups that have members. */
export type Addressable = { officeIds: ReadonlySet<string>; groupSizes: Readonly<Record<string, number>> };

/**
 * Everything that is still to be done before minutes can be issued, in reading order; empty when they can. A vague
 * group is no lock: its line stays open until a person names its offices.
 */
export function locksOf(review: Review, known: Addressable): Lock[] {
  const { header, resolutions } = review;
  const locks: Lock[] = [];
  if (resolutions.length === 0) locks.push({ code: "no-resolutions" });
  if (header.title === "") locks.push({ code: "title-missing" });
  if (header.heldOn === null) locks.push({ code: "date-missing" });
  if (header.heldOn !== null && header.isDayGuessed) locks.push({ code: "date-unseen" });
  const seen = new Set<number>();
  for (const resolution of resolutions) {
    if (seen.has(resolution.number)) locks.push(at("number-repeated", resolution));
    seen.add(resolution.number);
    locks.push(...locksOfResolution(resolution, known));
  }
  return locks;
}

function at(code: LockCode, { number, id }: ReviewResolution): Lock {
  return { code, resolution: number, id };
}

/** What one resolution still wants. */
export function locksOfResolution(resolution: ReviewResolution, known: Addressable): Lock[] {
  const { parties, deadline } = resolution;
  const codes = new Set<LockCode>();
  if (resolution.text === "") codes.add("text-missing");
  if (parties.length === 0) codes.add("party-missing");
  for (const party of parties) {
    if (party.kind === "unknown") codes.add("party-unknown");
    if (party.kind === "office" && !(party.officeId && known.officeIds.has(party.officeId))) {
      codes.add("party-without-office");
    }
    if (party.kind === "group" && !known.groupSizes[party.groupCode ?? ""]) codes.add("group-empty");
  }
  if (deadline === null) codes.add("deadline-missing");
  if (certaintyOfReading(resolution) === "guess" && codes.size === 0) codes.add("guess-unseen");
  return [...codes].map((code) => at(code, resolution));
}
