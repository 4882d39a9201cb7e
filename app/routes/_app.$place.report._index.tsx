import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { now } from "~/kernel/clock.server";
import { lastEndedPeriod } from "~/lib/period";

/** The report at work: of the quarter that ended last. */
export function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const home = actor.place.level === "nation" ? "reports" : `report/${lastEndedPeriod(now(), "quarter")}`;
  return redirect(`/${actor.place.id}/${home}`);
}
