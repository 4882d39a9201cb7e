import { z } from "zod";
import { CADENCE_NAMES, DEADLINE_UNITS } from "~/areas/obligations/choices";
import { Refusal } from "~/kernel/refusal";
import { isIsoDate, type IsoDate } from "~/lib/jalali";
import { CONFIDENCES, STANDINGS, WARNING_CODES } from "./import/types";
import { TOGETHER_PARTS, type Review } from "./review";

/** A draft's `review` as the database keeps it: the shape of `Review`, held where it is read. */

const day = z.custom<IsoDate>((value) => typeof value === "string" && isIsoDate(value));
const certainty = z.enum(CONFIDENCES);
const cadence = z.enum(CADENCE_NAMES);
const span = z.object({ start: z.number(), end: z.number(), line: z.number(), endLine: z.number() });

const origins = z.record(z.string(), z.array(span)).exactOptional();

const header = z.object({
  revision: z.number(),
  title: z.string(),
  heldOn: day.nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
  invitationNumber: z.string().nullable(),
  certainty,
  isDayGuessed: z.boolean().exactOptional(),
  origins,
});

const party = z.object({
  id: z.string(),
  kind: z.enum(["group", "vague", "office", "unknown"]),
  groupCode: z.string().exactOptional(),
  officeId: z.string().exactOptional(),
  name: z.string(),
  written: z.string(),
  certainty,
  spans: z.array(span).exactOptional(),
  learnt: z.boolean().exactOptional(),
});

const deadline = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dated"), on: day }),
  z.object({ kind: z.literal("relative"), count: z.number(), unit: z.enum(DEADLINE_UNITS) }),
  z.object({ kind: z.literal("continuous"), cadence, receiver: z.string() }),
  z.object({ kind: z.literal("none"), reason: z.string() }),
]);

const suggested = z.object({
  kind: z.enum(["dated", "relative", "continuous", "none"]).exactOptional(),
  on: day.exactOptional(),
  count: z.number().exactOptional(),
  unit: z.enum(DEADLINE_UNITS).exactOptional(),
  cadence: cadence.exactOptional(),
  receiver: z.string().exactOptional(),
});

const note = z.discriminatedUnion("code", [
  z.object({
    code: z.enum(["text-names-party", "text-names-receiver"]),
    party: z.string(),
    written: z.string(),
  }),
  z.object({
    code: z.literal("text-speaks-of-time"),
    written: z.string(),
    kind: z.enum(["dated", "relative", "continuous"]),
  }),
  z.object({ code: z.literal("party-narrowed"), party: z.string(), written: z.string() }),
  z.object({ code: z.literal("footnote"), written: z.string() }),
  z.object({ code: z.literal("last-sub-item-may-close-sentence"), label: z.string() }),
]);

const resolution = z.object({
  id: z.string(),
  revision: z.number(),
  checked: z.boolean(),
  number: z.number(),
  numberCertainty: certainty,
  text: z.string(),
  textCertainty: certainty,
  parties: z.array(party),
  subItems: z.array(z.object({ label: z.string(), text: z.string(), certainty })),
  refersTo: z.array(z.number()),
  refersToCertainty: certainty,
  deadline: deadline.nullable(),
  deadlineCertainty: certainty.exactOptional(),
  deadlineWritten: z.string().exactOptional(),
  untilNext: z.boolean().exactOptional(),
  suggested,
  notes: z.array(note),
  spans: z.array(span),
  origins,
  continuationLines: z.array(z.number()),
});

const warning = z.object({
  code: z.enum(WARNING_CODES),
  number: z.number().exactOptional(),
  line: z.number().exactOptional(),
  written: z.string().exactOptional(),
  party: z.string().exactOptional(),
  expected: z.number().exactOptional(),
  found: z.number().exactOptional(),
});

const attendee = z.object({
  name: z.string(),
  post: z.string(),
  organisation: z.string(),
  standing: z.enum(STANDINGS),
  certainty,
});

const StoredReview: z.ZodType<Review> = z.object({
  header,
  agenda: z.array(z.string()),
  attendees: z.array(attendee).default([]),
  discussion: z.array(z.string()).default([]),
  declaredCount: z.number().nullable(),
  resolutions: z.array(resolution),
  warnings: z.array(warning),
  together: z
    .object({
      part: z.enum(TOGETHER_PARTS),
      on: z.array(z.object({ id: z.string(), revision: z.number() })),
    })
    .exactOptional(),
});

/** The review of a draft. Refuses `conflict` one that an earlier version of the product kept in another shape. */
export function reviewOf(stored: unknown): Review {
  const read = StoredReview.safeParse(stored);
  if (!read.success) throw new Refusal("conflict", "minutes.review.unreadable");
  return read.data;
}

/** The review of a draft, or null for one that cannot be read. */
export function findReview(stored: unknown): Review | null {
  return StoredReview.safeParse(stored).data ?? null;
}

const StoredHead = z.object({ header, resolutions: z.array(z.unknown()) });

/** What a list says of a draft; of one that cannot be read, nothing. */
export function headOf(stored: unknown): {
  title: string;
  heldOn: IsoDate | null;
  resolutions: number | null;
} {
  const read = StoredHead.safeParse(stored);
  if (!read.success) return { title: "", heldOn: null, resolutions: null };
  const { title, heldOn } = read.data.header;
  return { title, heldOn, resolutions: read.data.resolutions.length };
}
