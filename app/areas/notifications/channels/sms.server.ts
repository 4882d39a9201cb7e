import { z } from "zod";
import type { Sent, Standing, Told } from "../lifecycle";
import type { Carrier, Outgoing } from "./channel";

/** Longest wait for one answer of the gateway. */
const PATIENCE_MS = 15_000;

type Settings = { url: string; key: string; sender: string | undefined; patienceMs?: number };

const Answer = z.object({
  return: z.object({ status: z.number() }),
  entries: z
    .array(z.object({ messageid: z.union([z.number(), z.string()]).nullish(), status: z.number().nullish() }))
    .nullish(),
});

/**
 * The gateway's number for a state of a message (`result-send` of kavenegar.com/rest.html). 11 says that the telephone was off
 * or out of reach, not that its number is wrong; 13 that it was cancelled or something went wrong; 14 that its owner bars
 * such lines.
 */
const STANDING_OF: Readonly<Record<number, Standing>> = {
  1: "on-the-way",
  2: "on-the-way",
  4: "on-the-way",
  5: "on-the-way",
  6: "failed",
  10: "delivered",
  11: "failed",
  13: "cancelled",
  14: "blocked",
};

/** "There is no such message", or it is too old to be known. */
const UNKNOWN = 100;

/** What a state that the gateway names in a report means; null for one that says nothing. */
export const standingOf = (status: number): Standing | null => STANDING_OF[status] ?? null;

/** A request that did not leave this machine. */
const NOT_GONE = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
};

/** Milliseconds of a Retry-After header: seconds, or a day of HTTP. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 1000), 6 * 3_600_000) : undefined;
}

/**
 * What a refusal of the gateway means for the message, by `result-general` of kavenegar.com/rest.html: what is wrong with the
 * account (401, 403, 407, its line 412 and 427, its address 416, links barred to it 420, a trial 501) waits until somebody
 * mends it there; what is wrong with the message (its number 411, its length 413, its letters 422) does not. What the
 * documentation leaves open (402, 409, 500 and above) may have gone.
 */
function refused(status: number, after: number | undefined): Sent {
  switch (status) {
    case 411:
      return { kind: "refused", why: "bad-address" };
    case 413:
      return { kind: "refused", why: "too-long" };
    case 400:
    case 406:
    case 414:
    case 417:
    case 422:
      return { kind: "refused", why: "refused" };
    case 418:
      return { kind: "later", why: "no-credit", afterMs: 30 * 60_000 };
    case 429:
    case 451:
      return { kind: "later", why: "gateway-busy", ...(after === undefined ? {} : { afterMs: after }) };
    case 401:
    case 403:
    case 404:
    case 405:
    case 407:
    case 412:
    case 416:
    case 420:
    case 426:
    case 427:
    case 501:
      return { kind: "later", why: "gateway-refuses", afterMs: 10 * 60_000 };
    default:
      // It failed on the other side, at a point that nobody names.
      return { kind: "unsure" };
  }
}

/**
 * An Iranian gateway's HTTP API (Kavenegar, v1). `localid` goes with every message: by it the gateway answers for twelve
 * hours whether it has one, also when its answer to the sending was lost.
 */
export function smsCarrier({ url, key, sender, patienceMs = PATIENCE_MS }: Settings): Carrier {
  const call = (method: string, fields: Record<string, string>) =>
    fetch(`${url.replace(/\/$/, "")}/v1/${encodeURIComponent(key)}/sms/${method}.json`, {
      method: "POST",
      body: new URLSearchParams(fields),
      signal: AbortSignal.timeout(patienceMs),
      redirect: "error",
    });

  const told = async (method: string, fields: Record<string, string>): Promise<Told> => {
    try {
      const response = await call(method, fields);
      const answer = Answer.safeParse(await response.json());
      if (!answer.success || answer.data.return.status !== 200) return { kind: "no-answer" };
      const [entry] = answer.data.entries ?? [];
      if (!entry || entry.status === UNKNOWN || entry.messageid == null) return { kind: "unknown" };
      const standing = standingOf(entry.status ?? 0) ?? "on-the-way";
      return { kind: "known", remoteId: String(entry.messageid), standing };
    } catch {
      return { kind: "no-answer" };
    }
  };

  return {
    async send({ to, body, localId }: Outgoing): Promise<Sent> {
      let response: Response;
      try {
        response = await call("send", {
          receptor: to.replace(/^\+98/, "0"),
          message: body,
          localid: localId,
          ...(sender ? { sender } : {}),
        });
      } catch (error) {
        return NOT_GONE.has(codeOf(error)) ? { kind: "later", why: "gateway-away" } : { kind: "unsure" };
      }
      const after = retryAfter(response.headers.get("retry-after"), Date.now());
      const answer = Answer.safeParse(await response.json().catch(() => null));
      if (!answer.success) {
        // Without words of its own the answer is the status; 200 without them is no answer.
        return response.status === 200 ? { kind: "unsure" } : refused(response.status, after);
      }
      const { status } = answer.data.return;
      if (status !== 200) return refused(status, after);
      const [entry] = answer.data.entries ?? [];
      if (entry?.messageid == null) return { kind: "unsure" };
      if (entry.status === 14) return { kind: "refused", why: "blocked" };
      return { kind: "accepted", remoteId: String(entry.messageid) };
    },
    ask: (localId) => told("statuslocalmessageid", { localid: localId }),
    follow: (remoteId) => told("status", { messageid: remoteId }),
  };
}
