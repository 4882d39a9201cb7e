import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireAccount } from "~/actor.server";

/** Leads whoever signed in to his one place, to the administration, or to the choice among several. */
export function loader(args: LoaderFunctionArgs) {
  const { isAdministrator } = requireAccount(args);
  const [only, ...more] = args.context.scope.powers;
  if (only && more.length === 0 && !isAdministrator) return redirect(`/${only.divisionId}`);
  if (!only && isAdministrator) return redirect("/admin");
  return redirect("/places");
}
