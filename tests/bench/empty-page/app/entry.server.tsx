import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { WholeAnswer } from "../../../../app/whole-answer.server";
import { wholePage } from "../../../../app/whole-page.server";

/** What `scripts/serve.mjs` asks of an application, of one that has nothing to do. */
export const boot = () =>
  Promise.resolve({
    loadContext: () => Promise.resolve({ scope: { setCookies: [] } }),
    failed: () => "",
    ready: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  });

/** Answers as the product does, which is the cheapest way that a Remix page can be answered. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
) {
  const { serverHandoffStream: data, ...context } = entry;
  const page = await wholePage(
    <RemixServer context={context} url={request.url} />,
    data && { data, nonce: "" },
  );
  headers.set("content-type", "text/html; charset=utf-8");
  return new WholeAnswer(page, { headers, status });
}
