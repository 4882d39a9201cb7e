import { z } from "zod";
import { line } from "~/kernel/fields";
import { normalise } from "~/lib/persian-text";
import { accountKeyOf, usernameOf } from "./account-key";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./password-rules";

const required = { error: "form.required" };
const typedPassword = z.string(required).max(LONGEST_PASSWORD, `form.too-long?max=${LONGEST_PASSWORD}`);
const newPassword = typedPassword.min(SHORTEST_PASSWORD, `form.too-short?min=${SHORTEST_PASSWORD}`);

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
  password: typedPassword,
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

/** Both fields are asked of the first administrator alone. */
export const SetPassword = z
  .object({
    username: z
      .string()
      .max(60, "form.too-long?max=60")
      .optional()
      .transform((typed) => (typed === undefined ? undefined : usernameOf(typed)))
      .refine(
        (name) =>
          name === undefined ||
          (/^[a-z][a-z0-9._-]{2,}$/.test(name) && accountKeyOf(name)?.by === "username"),
        "identity.username.shape",
      ),
    fullName: line(80).optional(),
    password: newPassword,
    passwordAgain: typedPassword,
  })
  .refine((form) => form.password === form.passwordAgain, {
    path: ["passwordAgain"],
    error: "identity.password.differs",
  });
export type SetPassword = z.output<typeof SetPassword>;

export const ChangePassword = z
  .object({ presentPassword: typedPassword, password: newPassword, passwordAgain: typedPassword })
  .refine((form) => form.password === form.passwordAgain, {
    path: ["passwordAgain"],
    error: "identity.password.differs",
  });
export type ChangePassword = z.output<typeof ChangePassword>;

export const EndSession = z.object({ publicId: z.uuid("form.invalid") });
/** A whole username or mobile number, as somebody writes it down. */
export const FindAccount = z.object({ name: line(200) });
