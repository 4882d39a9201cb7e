/**
 * Parts of an office's in-tray, by whose move it is: its own, the issuer's, nobody's any more; and what the office itself
 * passed on, first what is reported to it.
 */
export const TRAY_PARTS = [
  "mine",
  "new",
  "overdue",
  "returned",
  "blocked",
  "waiting",
  "to-verify",
  "passed-on",
  "closed",
  "all",
] as const;
export type TrayPart = (typeof TRAY_PARTS)[number];

/** Parts of what the office passed on, not of what it owes. */
export const PASSED_PARTS: readonly TrayPart[] = ["to-verify", "passed-on"];

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
