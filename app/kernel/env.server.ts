import { z } from "zod";

const text = z.string().trim().min(1).optional();
const schema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default(".data"),
  /** Application role: owns nothing. */
  DATABASE_URL: z.string().min(1),
  REDIS_URL: text,
  /** Seals what the database must not be able to read. Never changed once something is sealed. */
  PERSONAL_DATA_KEY: z.string().trim().min(32).optional(),
  SAMPLE: z.enum(["0", "1"]).default("0"),
  /** Only with the sample or in tests: today's Jalali date, such as 1405/10/03. */
  CLOCK: text,
  /** Where people reach the application: links in messages begin with it. */
  PUBLIC_URL: text,
  /** The server that carries e-mail: smtp://user:password@host:587, or smtps:// for port 465. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Under which address e-mail goes out: "Peyvand <no-reply@example.ir>". */
  MAIL_FROM: text,
  /** The SMS gateway (Kavenegar's HTTP API), its key and the line that messages come from. */
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).default("https://api.kavenegar.com"),
  SMS_GATEWAY_KEY: text,
  SMS_SENDER: text,
  /** The last part of the address to which the gateway reports deliveries: only who knows it is believed. */
  SMS_REPORT_KEY: z.string().trim().min(16).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema>;

function read(): Env {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not usable. ${faults.join("; ")}`);
  }
  const { CLOCK, SAMPLE, NODE_ENV } = result.data;
  if (CLOCK && SAMPLE !== "1" && NODE_ENV !== "test") {
    throw new Error("CLOCK may be set only with the sample (SAMPLE=1) or in tests.");
  }
  return result.data;
}

let current: Env | undefined;

/** The environment, read and checked once. Throws a sentence for the operator. */
export function env(): Env {
  return (current ??= read());
}

/** Lets the environment be read anew: a test process goes from one database to the next. */
export function forgetEnv(): void {
  current = undefined;
}
