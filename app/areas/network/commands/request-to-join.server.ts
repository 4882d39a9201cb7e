import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { JoinRequested } from "../events";
import type { RequestToJoin } from "../schema/join";
import { findOpenForm } from "../queries.server/join-form";

/**
 * Writes a wish to join under the form whose token the actor holds. A number that waits already, one that the county
 * knows and one that nobody knows are answered alike; so is a program that filled the hidden field, of which nothing is
 * kept. Refuses `missing` where the form is closed.
 */
export async function requestToJoin(actor: Actor, input: RequestToJoin, now = clock()): Promise<void> {
  authorize(actor, "send", "JoinRequest");
  await within(actor, async (db) => {
    const form = await findOpenForm(db, actor.token ?? "", todayIn(now));
    if (!form) throw new Refusal("missing", "refusal.missing");
    if (input.website !== undefined) return;
    const id = uuidv7();
    // Whoever writes it may not read it back: so no row is asked for, and a twin is not looked for by its number.
    const written =
      await db.$executeRaw`insert into join_request (division_id, id, link_id, state, full_name, mobile,
        locality, capacities, preferred_way, consented_at, received_at)
      values (${form.divisionId}, ${id}::uuid, ${form.id}::uuid, 'waiting', ${input.fullName}, ${input.mobile},
        ${input.locality ?? null}, ${input.capacities}, ${input.preferredWay ?? null}, ${now}, ${now})
      on conflict do nothing`;
    if (written === 0) return;
    await audit(db, actor, "send", "JoinRequest", id, [], form.divisionId);
    await emit(db, actor, JoinRequested, { requestId: id }, form.divisionId);
  });
}
