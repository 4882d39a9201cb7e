import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireAccount } from "~/actor.server";

/** Leads whoever signed in to his one place or office, to the administration, or to the choice among several. */
export function loader(args: LoaderFunctionArgs) {
  const { isAdministrator } = requireAccount(args);
  const { powers, offices } = args.context.scope;
  const ways = [
    ...powers.map(({ divisionId }) => `/${divisionId}`),
    ...offices.map(({ office }) => `/${office.divisionId}/office/${office.id}`),
    ...(isAdministrator ? ["/admin"] : []),
  ];
  const [only, ...more] = ways;
  if (only && more.length === 0) return redirect(only);
  return redirect("/places");
}
