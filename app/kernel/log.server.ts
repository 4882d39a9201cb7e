import pino from "pino";
import { env } from "./env.server";

/** The log: JSON lines, ids only, never anything personal. */
export const log = pino({
  level: env().NODE_ENV === "test" ? "silent" : env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
});
