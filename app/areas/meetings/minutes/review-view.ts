/** How the review screen is looked at: which resolutions, and what is open. It lives in the address. */
export type ReviewView = { show: "all" | "attention" | "undated"; open: string | null; from: number };

type Listed = { id: string; certainty: string; looks: boolean; locks: readonly string[] };

/**
 * Reads the address. `open` names a resolution (or `head`); `after` opens the next one behind it that still wants
 * something, or the first such.
 */
export function reviewView(params: URLSearchParams, resolutions: readonly Listed[]): ReviewView {
  const asked = params.get("show");
  const show = asked === "attention" || asked === "undated" ? asked : "all";
  const from = /^\d{1,5}$/.test(params.get("from") ?? "") ? Number(params.get("from")) : 0;
  const after = params.get("after");
  if (after) {
    const at = resolutions.findIndex((resolution) => resolution.id === after);
    const wants = (resolution: Listed) => resolution.locks.length > 0 || resolution.certainty === "guess";
    const next = resolutions.slice(at + 1).find(wants) ?? resolutions.slice(0, Math.max(at, 0)).find(wants);
    return { show, open: next?.id ?? null, from };
  }
  return { show, open: params.get("open"), from };
}

/** Resolutions that want a person's eye: those that the queue counts, and what has come to stand in the way since. */
export function attentionOf<T extends Pick<Listed, "looks" | "locks">>(resolutions: readonly T[]): T[] {
  return resolutions.filter(({ looks, locks }) => looks || locks.some((code) => code !== "deadline-missing"));
}

/** Resolutions that the view lets through, and the one that is open. */
export function shownOf<T extends Listed & { deadline: unknown }>(
  resolutions: readonly T[],
  { show, open }: ReviewView,
): T[] {
  if (show === "all") return [...resolutions];
  const attention = new Set(attentionOf(resolutions).map(({ id }) => id));
  return resolutions.filter(
    ({ id, deadline }) => open === id || (show === "attention" ? attention.has(id) : deadline === null),
  );
}

/** More than these at once make every key press slow. */
export const MOST_SHOWN = 40;

/** Where the part of the list begins that is on the page: that of the open one, else as the address says. */
export function partOf(shown: readonly { id: string }[], { open, from }: ReviewView): number {
  const at = shown.findIndex(({ id }) => id === open);
  const wanted = at === -1 ? Math.min(from, Math.max(0, shown.length - 1)) : at;
  return wanted - (wanted % MOST_SHOWN);
}
