import { z } from "zod";
import { recordId } from "~/kernel/fields";

export const MarkRead = z.object({ notificationId: recordId });
export type MarkRead = z.output<typeof MarkRead>;
