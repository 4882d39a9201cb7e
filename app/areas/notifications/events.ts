import { event } from "~/kernel/event";

/** A message is to be looked at: to be sent, asked after, or left for later. */
export const MessageDue = event<{ messageId: string }>("MessageDue");
/** Somebody was told something on the pages, which may have to be said outside of them as well. */
export const NewsTold = event<{ notificationIds: string[] }>("NewsTold");
