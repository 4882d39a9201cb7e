import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { catalogue } from "./catalogue.server";
import { log } from "./kernel/log.server";

export { boot } from "./boot.server";

globalThis.__peyvand_catalogue = catalogue;

/** How long a page may take before its stream is cut, in milliseconds. */
const RENDER_LIMIT = 15_000;

/** Whole pages: nothing of ours is deferred, so what leaves is complete and correct without script. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  _context: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let answer = status;
    const waitForAll = isbot(request.headers.get("user-agent") ?? "");
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={entry} url={request.url} />, {
      [waitForAll ? "onAllReady" : "onShellReady"]() {
        const body = new PassThrough();
        headers.set("content-type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        answer = 500;
        log.error({ error: String(error) }, "render failed");
      },
    });
    setTimeout(abort, RENDER_LIMIT).unref();
  });
}

/** Faults of loaders and actions: one log line that the reference on the page finds. Nothing personal. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return;
  const fault = error instanceof Error ? error : new Error(String(error));
  log.error(
    {
      reference: context.scope?.reference,
      route: /^\/\d+\/([a-z-]+)/.exec(new URL(request.url).pathname)?.[1],
      fault: fault.name,
      at: fault.stack,
    },
    "request failed",
  );
}
