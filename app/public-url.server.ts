import { env } from "~/kernel/env.server";

/** A path as people reach it from outside: under PUBLIC_URL, or under the address they came by. */
export function linkFor(request: Request, path: string): string {
  return new URL(path, env().PUBLIC_URL ?? request.url).href;
}
