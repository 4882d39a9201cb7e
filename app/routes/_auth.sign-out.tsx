import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { closeSession } from "~/areas/identity/sessions.server";

/** Whoever comes by address instead of the button finds the first page. */
export function loader() {
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  const cookie = await closeSession(request.headers.get("cookie"));
  return redirect("/sign-in", { headers: { "set-cookie": cookie } });
}
