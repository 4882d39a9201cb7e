import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { catalogue, withWordsAsked } from "./catalogue.server";
import { faultOf } from "./kernel/fault.server";
import { log } from "./kernel/log.server";
import { NonceContext } from "./nonce";
import { WholeAnswer } from "./whole-answer.server";
import { wholePage } from "./whole-page.server";

export { boot } from "./boot.server";

globalThis.__peyvand_catalogue = catalogue;

/** Whole pages: nothing of ours is deferred, so what leaves is complete and correct without script. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { nonce }: AppLoadContext,
) {
  const { serverHandoffStream, ...context } = entry;
  const document = (
    <NonceContext.Provider value={nonce}>
      <RemixServer context={context} url={request.url} />
    </NonceContext.Provider>
  );
  const page = await wholePage(
    document,
    serverHandoffStream && { data: serverHandoffStream, nonce },
    withWordsAsked,
  );
  headers.set("content-type", "text/html; charset=utf-8");
  return new WholeAnswer(page, { headers, status });
}

/** Faults of loaders and actions: one log line that the reference on the page finds. Nothing personal. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  // The visitor went on to another page: no fault of anybody.
  if (error instanceof Error && error.name === "AbortError") return;
  log.error(
    {
      reference: context.scope?.reference,
      route: /^\/\d+\/([a-z-]+)/.exec(new URL(request.url).pathname)?.[1],
      ...faultOf(error),
    },
    "request failed",
  );
}
