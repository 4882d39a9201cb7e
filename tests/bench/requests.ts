import { Agent, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Bytes as they came over the wire. */
  size: number;
  text: string;
};

export type Ask = { cookie?: string; form?: Record<string, string>; encodings?: string };

/** Longest time for an answer, in milliseconds. */
const PATIENCE = 30_000;

/** A visitor who keeps `connections` open and asks for compressed answers, as browsers do. */
export class Visitor {
  private readonly agent: Agent;

  constructor(
    private readonly origin: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  ask(path: string, { cookie, form, encodings = "gzip" }: Ask = {}): Promise<Answer> {
    const body = form && new URLSearchParams(form).toString();
    return new Promise((resolve, reject) => {
      const call = request(
        new URL(path, this.origin),
        {
          agent: this.agent,
          method: body === undefined ? "GET" : "POST",
          timeout: PATIENCE,
          headers: {
            accept: "text/html",
            "accept-encoding": encodings,
            "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            ...(cookie ? { cookie } : {}),
            ...(body === undefined
              ? {}
              : {
                  origin: this.origin,
                  "content-type": "application/x-www-form-urlencoded",
                  "content-length": String(Buffer.byteLength(body)),
                }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", reject);
          response.once("end", () => {
            const bytes = Buffer.concat(chunks);
            const encoding = response.headers["content-encoding"];
            const unpack =
              encoding === "br" ? brotliDecompressSync : encoding === "gzip" ? gunzipSync : undefined;
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              size: bytes.length,
              get text() {
                return (unpack?.(bytes) ?? bytes).toString("utf8");
              },
            });
          });
        },
      );
      call.once("timeout", () => call.destroy(new Error(`No answer from ${path} within ${PATIENCE} ms.`)));
      call.once("error", reject);
      call.end(body);
    });
  }

  /** Asks, and throws unless the answer has this status. */
  async expect(status: number, path: string, ask?: Ask): Promise<Answer> {
    const answer = await this.ask(path, ask);
    if (answer.status !== status)
      throw new Error(`${path} answered ${answer.status}, not ${status}: ${answer.text.slice(0, 300)}`);
    return answer;
  }

  leave(): void {
    this.agent.destroy();
  }
}
