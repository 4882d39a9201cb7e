import { z } from "zod";
import { paragraphs, revision } from "~/kernel/fields";

export const SignHandOver = z.object({ note: paragraphs(2000).optional() });
export type SignHandOver = z.output<typeof SignHandOver>;

export const ReceiveHandOver = z.object({ revision });
export type ReceiveHandOver = z.output<typeof ReceiveHandOver>;
