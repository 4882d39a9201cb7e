import type { LoaderFunctionArgs } from "@remix-run/node";
import { evidenceResponse } from "~/areas/obligations/evidence/response.server";
import { getEvidence } from "~/areas/obligations/queries.server";
import { idIn, reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { openInvitation } from "~/invitee-door.server";

/** A piece of evidence of what the invited office owes. */
export async function loader(args: LoaderFunctionArgs) {
  const door = await openInvitation(args);
  const id = idIn(args.params, "evidence");
  const lo = door?.invitation.officeDivisionId ?? null;
  if (!door?.office || lo === null) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return evidenceResponse(await reading(door.office, (db) => getEvidence(db, { lo, hi: lo }, id)));
}
