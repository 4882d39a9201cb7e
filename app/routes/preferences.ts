import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Preferences } from "~/areas/identity/schema";
import { env } from "~/kernel/env.server";

const YEAR = 365 * 24 * 3_600;

/** Keeps language and theme of this browser, chosen in the address, and goes back to `to`. */
function keep(url: string, isDark: boolean) {
  const { locale, theme, to } = Preferences.parse(Object.fromEntries(new URL(url).searchParams));
  const chosen = { locale, theme: theme === "toggle" ? (isDark ? "light" : "dark") : theme };
  const secure = env().PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  const headers = new Headers();
  for (const [name, value] of Object.entries(chosen))
    if (value)
      headers.append(
        "set-cookie",
        `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure}`,
      );
  return redirect(to, { headers });
}

export function loader({ request, context: { scope } }: LoaderFunctionArgs) {
  return keep(request.url, scope.theme === "dark");
}

export function action({ request, context: { scope } }: ActionFunctionArgs) {
  return keep(request.url, scope.theme === "dark");
}
