import { z } from "zod";
import { line, paragraphs } from "~/kernel/fields";

export const AddPersonFile = z.object({ title: line(120) });
export type AddPersonFile = z.output<typeof AddPersonFile>;

export const RemovePersonFile = z.object({ reason: paragraphs(300) });
export type RemovePersonFile = z.output<typeof RemovePersonFile>;
