import type { z } from "zod";

/** Fields of a form as a browser sends them. */
export type Sent = Readonly<Record<string, string | readonly string[] | readonly Record<string, string>[]>>;

/** A command by which two people may change one record, and how a test lets them do so. */
export type Editing = {
  /** Where the command stands, under `app/areas`. */
  command: string;
  schema: z.ZodType;
  /** Fields that the first editor's words are not told of, each with its reason. */
  besides?: Readonly<Record<string, string>>;
  /** How a field is told where it is not told as it was sent. */
  told?: Readonly<Record<string, string>>;
  /** Makes the record; `first` and `second` were both filled from it as it then stood. */
  open: () => Promise<{
    save: (input: never) => Promise<unknown>;
    first: Sent;
    second: Sent;
  }>;
};
