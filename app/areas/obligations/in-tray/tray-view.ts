/** Parts of an office's in-tray, by whose move it is: its own, the issuer's, nobody's any more. */
export const TRAY_PARTS = [
  "mine",
  "new",
  "overdue",
  "returned",
  "blocked",
  "waiting",
  "closed",
  "all",
] as const;
export type TrayPart = (typeof TRAY_PARTS)[number];

/** The state of the list as its address says it. */
export type TrayView = { part: TrayPart; q?: string; after?: string };

/** Reads the list's address; whatever is not understood becomes what waits for the office. */
export function trayView(asked: URLSearchParams): TrayView {
  const q = asked.get("q")?.trim().slice(0, 100);
  const after = asked.get("after");
  return {
    part: TRAY_PARTS.find((part) => part === asked.get("part")) ?? "mine",
    ...(q && { q }),
    ...(after && { after }),
  };
}
