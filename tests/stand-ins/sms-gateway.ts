import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * How the gateway answers one request.
 * - well: as its documentation says
 * - lost: it does what it was asked and the answer never arrives
 * - held: as lost, with the line left open
 * - stuck: nothing was done, with the line left open
 * - deaf: the line breaks and nothing was done
 * - busy: 429 with Retry-After
 * - broken: 500, nothing was done
 * - broken-late: 500, and it was done
 * - wrong-number: 411
 * - blocked: the number bars such messages
 * - poor: 418, no credit
 */
export type Mood =
  | "well"
  | "lost"
  | "held"
  | "stuck"
  | "deaf"
  | "busy"
  | "broken"
  | "broken-late"
  | "wrong-number"
  | "blocked"
  | "poor";

type Kept = { messageid: number; localid: string; receptor: string; message: string; status: number };

const bodyOf = async (request: IncomingMessage) => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
};

/**
 * A gateway as Kavenegar's HTTP API stands in its documentation, which answers as the test says: the moods of the next
 * requests, and `well` when there are none left. It never finds out by itself that a message came twice: that is ours to
 * see to.
 */
export async function startSmsGateway() {
  const kept: Kept[] = [];
  const moods: Mood[] = [];
  const calls: string[] = [];
  let number = 8_792_343;

  const answer = (response: ServerResponse, status: number, entries: object[] | null, headers = {}) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ return: { status, message: "" }, entries }));
  };
  const entryOf = (one: Kept | undefined, localid: string | null) =>
    one
      ? { messageid: one.messageid, localid: one.localid, status: one.status, statustext: "" }
      : { messageid: null, localid, status: 100, statustext: "" };

  const accept = (fields: URLSearchParams): Kept => {
    const one = {
      messageid: number++,
      localid: fields.get("localid") ?? "",
      receptor: fields.get("receptor") ?? "",
      message: fields.get("message") ?? "",
      status: 1,
    };
    kept.push(one);
    return one;
  };

  const server = createServer((request, response) => {
    void (async () => {
      const fields = await bodyOf(request);
      const method = /\/sms\/(\w+)\.json$/.exec(request.url ?? "")?.[1] ?? "";
      calls.push(method);
      const mood = moods.shift() ?? "well";
      const isSend = method === "send";
      if (mood === "deaf") return response.destroy();
      if (mood === "stuck") return;
      if (mood === "busy") return answer(response, 429, null, { "retry-after": "90" });
      const refusal = { broken: 500, "wrong-number": 411, poor: 418 }[String(mood)];
      if (refusal) return answer(response, refusal, null);
      const done = isSend ? accept(fields) : undefined;
      if (mood === "lost") return response.destroy();
      if (mood === "held") return;
      if (mood === "broken-late") return answer(response, 500, null);
      if (done) {
        if (mood === "blocked") done.status = 14;
        return answer(response, 200, [entryOf(done, done.localid)]);
      }
      const localid = fields.get("localid");
      const found = kept.find((one) =>
        method === "status" ? String(one.messageid) === fields.get("messageid") : one.localid === localid,
      );
      return answer(response, 200, [entryOf(found, localid)]);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** What really went to somebody. */
    kept,
    calls,
    /** How the next requests are answered. */
    behave: (...next: Mood[]) => void moods.splice(0, moods.length, ...next),
    forget: () => {
      kept.length = 0;
      calls.length = 0;
      moods.length = 0;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type SmsGateway = Awaited<ReturnType<typeof startSmsGateway>>;
