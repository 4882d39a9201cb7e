import { listPassing, moveOf, type Move } from "~/areas/handover/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";

/** A hand-over whose next move is this actor's. */
export type PassingItem = {
  appointmentId: string;
  divisionId: number;
  move: Exclude<Move, "done">;
  titleFa: string;
  titleEn: string;
  placeFa: string;
  placeEn: string;
  leaverName: string;
  lastDay: IsoDate;
  /** What is nobody's yet, where that is known. */
  openItems: number | null;
};

/** What of the hand-overs waits for the actor: to sign his own, to receive, or to act where nobody is. */
export async function loadPassing(db: Db, actor: PlacedActor, today: IsoDate): Promise<PassingItem[]> {
  const { id, lo, hi, level } = actor.place;
  const below = { nation: "province", province: "county", county: null } as const;
  const own = await listPassing(db, { lo: id, hi: id }, today);
  const isAbove = actor.role === "representative" || actor.role === "national-officer";
  const step = isAbove ? below[level] : null;
  const others = step ? await listPassing(db, { lo, hi, level: step }, today) : [];
  const mine: Record<Move, (row: (typeof own)[number]) => boolean> = {
    leaver: (row) => row.appointmentId === actor.appointmentId && !actor.actingFor,
    governor: (row) => actor.role === "governor" && row.divisionId === id,
    successor: (row) => row.successorAppointmentId === actor.appointmentId && !actor.actingFor,
    above: (row) => row.divisionId !== id,
    appoint: (row) => row.divisionId !== id && row.successorName === null,
    done: () => false,
  };
  return [...own, ...others].flatMap((row) => {
    const move = moveOf(row);
    if (move === "done" || !mine[move](row)) return [];
    const { appointmentId, divisionId, titleFa, titleEn, placeFa, placeEn, leaverName, lastDay, handOver } =
      row;
    const openItems = handOver?.isFrozen ? handOver.openItems : null;
    return [
      { appointmentId, divisionId, move, titleFa, titleEn, placeFa, placeEn, leaverName, lastDay, openItems },
    ];
  });
}
