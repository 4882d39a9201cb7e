import { findAccount, newLink, storePasswordLink } from "~/areas/identity/door.server";
import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { HolderLinkIssued } from "../events";
import { isOnlyBelow, reachPost } from "../reach.server";

/**
 * Makes a one-time link by which the holder of a post one level below sets a new password. Refused while the account
 * also has a post elsewhere: then the administrator makes it. A repeated form gets no path. Everybody in the holder's
 * place is told: who has the link can read what its holder reads.
 */
export async function issueHolderLink(
  actor: Actor,
  target: { divisionId: number; appointmentId: string },
): Promise<{ path: string | undefined }> {
  const { divisionId, appointmentId } = target;
  const link = await newLink();
  let issued = false;
  await within(
    actor,
    async (db) => {
      const appointment = await db.appointment.findFirst({
        where: { divisionId, id: appointmentId, endedAt: null },
        select: { postId: true, accountId: true },
      });
      if (!appointment) throw new Refusal("missing", "refusal.missing");
      await reachPost(db, actor, "issue-link", divisionId, appointment.postId);
      const { accountId } = appointment;
      const account = await findAccount(db, accountId);
      if (!account || account.isDisabled) throw new Refusal("missing", "refusal.missing");
      if (account.isAdministrator || !(await isOnlyBelow(db, actor, accountId)))
        throw new Refusal("conflict", "posts.link-elsewhere");
      await storePasswordLink(db, link, { kind: "set-password", accountId, createdByKey: actor.key });
      await audit(
        db,
        actor,
        "issue-link",
        "Appointment",
        appointmentId,
        ["password_hash"],
        actor.place?.id ?? divisionId,
      );
      await emit(db, actor, HolderLinkIssued, { divisionId, appointmentId });
      issued = true;
      return { id: appointmentId };
    },
    { door: actor.kind === "staff" },
  );
  return { path: issued ? link.path : undefined };
}
