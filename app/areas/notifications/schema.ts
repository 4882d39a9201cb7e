import { z } from "zod";
import { choice, line, paragraphs, recordId, revision, timeOfDay } from "~/kernel/fields";
import { addressShape } from "./address";
import { CHANNELS, RHYTHMS, TOPICS, WISHES, type Channel, type Topic } from "./choices";
import { REASONS, STATES } from "./lifecycle";
import { quietMinutes } from "./quiet";

export const MarkRead = z.object({ notificationId: recordId });
export type MarkRead = z.output<typeof MarkRead>;

/** Filters of the message centre, as they stand in the address. */
export const MessageFilter = z.object({
  state: z.enum(STATES).optional().catch(undefined),
  channel: z.enum(CHANNELS).optional().catch(undefined),
  topic: z.enum(TOPICS).optional().catch(undefined),
  why: z.enum(REASONS).optional().catch(undefined),
  after: z.string().max(300).optional().catch(undefined),
});
export type MessageFilter = z.output<typeof MessageFilter>;

/** A message that did not arrive, to be sent again: to another address, in other words where they were somebody's own. */
export const SendAgain = z.object({
  address: line(200).optional(),
  ownText: paragraphs(600).optional(),
});
export type SendAgain = z.output<typeof SendAgain>;

const wish = choice(WISHES).optional();
const wishes = Object.fromEntries(
  TOPICS.flatMap((topic) => CHANNELS.map((channel) => [`${topic}-${channel}`, wish] as const)),
) as Record<`${Topic}-${Channel}`, typeof wish>;

/** What an account wishes to hear outside of the pages, and where. */
export const SettleWishes = z.object({
  email: line(200)
    .refine((text) => addressShape.test(text), "notifications.wishes.email.shape")
    .optional(),
  digest: choice(RHYTHMS),
  ...wishes,
});
export type SettleWishes = z.output<typeof SettleWishes>;

/** So many minutes of a day have to be left in which something goes out. */
const LEAST_OPEN = 4 * 60;

/** Between which hours, and whether on closed days, what is not urgent waits on a channel. */
export const ChangeQuietHours = z
  .object({
    channel: choice(CHANNELS),
    from: timeOfDay,
    to: timeOfDay,
    onClosedDays: choice(["waits", "goes"]),
    revision,
  })
  .refine((hours) => quietMinutes(hours) <= 24 * 60 - LEAST_OPEN, {
    error: "notifications.quiet.too-long",
    path: ["to"],
  });
export type ChangeQuietHours = z.output<typeof ChangeQuietHours>;

/** The hours of the level above hold again on a channel. */
export const FollowHoursAbove = z.object({ channel: choice(CHANNELS), revision });
export type FollowHoursAbove = z.output<typeof FollowHoursAbove>;

/** What is sent again of all that did not arrive: everything of the place, or what was meant for one member or office. */
export const SendAllAgain = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("all") }),
    z.object({ kind: z.enum(["person", "office"]), receiver: recordId }),
  ])
  .transform((asked) => (asked.kind === "all" ? null : { kind: asked.kind, id: asked.receiver }));
