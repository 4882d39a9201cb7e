import { findAccount, newLink, storePasswordLink } from "~/areas/identity/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { OfficerLinkIssued } from "../events";
import { isOnlyOfficer } from "../is-only-officer.server";

/**
 * Makes a one-time link by which an officer sets a new password. Refused while the account also has a post as staff or in
 * another place: then the administrator makes it. A repeated form gets no path.
 */
export async function issueOfficerLink(
  actor: PlacedActor,
  appointmentId: string,
): Promise<{ path: string | undefined }> {
  const divisionId = actor.place.id;
  const link = await newLink();
  let issued = false;
  await within(
    actor,
    async (db) => {
      const appointment = await db.officeAppointment.findFirst({
        where: { divisionId, id: appointmentId, endedAt: null },
        select: { accountId: true },
      });
      if (!appointment) throw new Refusal("missing", "refusal.missing");
      authorize(actor, "issue-link", "OfficePost", { divisionId });
      const { accountId } = appointment;
      const account = await findAccount(db, accountId);
      if (!account || account.isDisabled) throw new Refusal("missing", "refusal.missing");
      if (account.isAdministrator || !(await isOnlyOfficer(db, actor, accountId)))
        throw new Refusal("conflict", "posts.link-elsewhere");
      await storePasswordLink(db, link, { kind: "set-password", accountId, createdByKey: actor.key });
      await audit(db, actor, "issue-link", "OfficePost", appointmentId, ["password_hash"]);
      await emit(db, actor, OfficerLinkIssued, { divisionId, appointmentId });
      issued = true;
      return { id: appointmentId };
    },
    { door: true },
  );
  return { path: issued ? link.path : undefined };
}
