import { z } from "zod";
import { systemActor } from "~/actor.server";
import { carryNews } from "~/areas/notifications/commands/carry-news.server";
import { sendMessage } from "~/areas/notifications/commands/send-message.server";
import type { Reaction } from "../reactions";

const Told = z.object({ notificationIds: z.array(z.string()) });
const Due = z.object({ messageId: z.string() });

/** What was told on the pages goes out of them as well, to whoever wishes it. */
export const carryToldNews: Reaction = {
  name: "carry-news",
  run: async (job) => {
    const { notificationIds } = Told.parse(job.data.payload);
    await carryNews(await systemActor(job.data.divisionId), job.data.eventId, notificationIds);
  },
};

/** One message is sent, or asked after. */
export const sendDueMessage: Reaction = {
  name: "send-message",
  lane: "outward",
  run: async (job) => {
    const { messageId } = Due.parse(job.data.payload);
    await sendMessage(await systemActor(job.data.divisionId), messageId);
  },
};
