import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOfficer } from "./actor.server";
import { exportedTray } from "./areas/obligations/in-tray/exported.server";
import { findPlace } from "./areas/divisions/queries.server";
import { sayIn } from "./exported-lists.server";
import { reading, refusalResponse } from "./kernel/http.server";
import { Refusal } from "./kernel/refusal";
import type { Say } from "./kernel/sheets/exported-list";

/** What an officer takes out of his desk, and where he stands: in the place of his office. */
export async function deskExport(door: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const { actor, office, power } = requireOfficer(door);
  const { locale, ownWords, today } = door.context.scope;
  const place = await reading(actor, (db) => findPlace(db, office.divisionId));
  if (!place) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const say: Say = sayIn(locale, ownWords);
  return {
    actor,
    list: exportedTray,
    desk: { place, office },
    today,
    say,
    post: say.named({ nameFa: power.titleFa, nameEn: power.titleEn }),
    base: `/${office.divisionId}/office/${office.id}`,
  };
}
