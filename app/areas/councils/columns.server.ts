import type { Prisma } from "~/kernel/db.server";
import { dateOf } from "~/lib/jalali";
import type { FoundCouncil, SeatMember } from "./schema";

/** Columns of a council from its form. */
export const councilColumns = (input: FoundCouncil) => ({
  kind: input.kind,
  nameFa: input.nameFa,
  nameEn: input.nameEn,
  parentId: input.parentId ?? null,
  basis: input.basis ?? null,
  duties: input.duties ?? null,
  chairPostId: input.chairPostId ?? null,
  secretaryPostId: input.secretaryPostId ?? null,
  leastOfFive: input.leastOfFive as Prisma.InputJsonObject,
  leastMembers: input.leastMembers ?? null,
  mostMembers: input.mostMembers ?? null,
  quorumKind: input.quorumKind,
  quorumCount: input.quorumCount ?? null,
  firstNumber: input.firstNumber,
  invitesPr: input.invitesPr === "on",
  foundedOn: input.foundedOn ? dateOf(input.foundedOn) : null,
});

/** Columns of a seat from its form; whoever speaks for an office has the group of its body. */
export const memberColumns = (input: SeatMember) => ({
  seat: input.seat,
  name: input.name,
  roleTitle: input.roleTitle,
  officeId: input.officeId ?? null,
  groupOfFive: input.officeId ? null : (input.groupOfFive ?? null),
  orderNumber: input.orderNumber ?? null,
  startsOn: dateOf(input.startsOn),
  endsOn: input.endsOn ? dateOf(input.endsOn) : null,
});
