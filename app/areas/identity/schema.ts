import { z } from "zod";
import { normalise } from "~/lib/persian-text";

/** Longest password taken: hashing costs the same for all of these. */
export const LONGEST_PASSWORD = 200;
export const SHORTEST_PASSWORD = 10;

const required = { error: "form.required" };

/** A path of our own to go to afterwards; whatever else was asked for is the first page. */
export const Destination = z
  .string()
  .max(2_000)
  .refine((to) => /^\/(?![/\\])[^\s\\]*$/.test(to))
  .catch("/");

export const SignIn = z.object({
  name: z
    .string(required)
    .max(200, "form.too-long?max=200")
    .transform(normalise)
    .pipe(z.string().min(1, "form.required")),
  password: z.string(required).max(LONGEST_PASSWORD, `form.too-long?max=${LONGEST_PASSWORD}`),
  keep: z
    .literal("on")
    .optional()
    .transform((tick) => tick === "on"),
  to: Destination,
});
export type SignIn = z.output<typeof SignIn>;

export const Preferences = z.object({
  locale: z.enum(["fa", "en"]).optional().catch(undefined),
  theme: z.enum(["light", "dark", "system", "toggle"]).optional().catch(undefined),
  to: Destination,
});
