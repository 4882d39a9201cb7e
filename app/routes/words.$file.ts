import type { LoaderFunctionArgs } from "@remix-run/node";
import { catalogueHref, catalogueScript, pressedCatalogue } from "~/catalogue.server";

/** The words of one language as a module that browsers keep for ever; an old address gets 404. */
export function loader({ params, request }: LoaderFunctionArgs) {
  const href = `/words/${params.file ?? ""}`;
  const locale = href === catalogueHref.fa ? "fa" : href === catalogueHref.en ? "en" : undefined;
  if (!locale) return new Response(null, { status: 404 });
  const isPressed = /\bbr\b/.test(request.headers.get("accept-encoding") ?? "");
  return new Response(isPressed ? pressedCatalogue(locale) : catalogueScript(locale), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      ...(isPressed ? { "content-encoding": "br" } : {}),
    },
  });
}
