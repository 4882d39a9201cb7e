/** How the review screen is looked at: which resolutions, and what is open. It lives in the address. */
export type ReviewView = { show: "all" | "attention" | "undated"; open: string | null };

type Listed = { id: string; certainty: string; locks: readonly string[] };

/**
 * Reads the address. `open` names a resolution (or `head`); `after` opens the next one behind it that still wants
 * something, or the first such.
 */
export function reviewView(params: URLSearchParams, resolutions: readonly Listed[]): ReviewView {
  const asked = params.get("show");
  const show = asked === "attention" || asked === "undated" ? asked : "all";
  const after = params.get("after");
  if (after) {
    const at = resolutions.findIndex((resolution) => resolution.id === after);
    const wants = (resolution: Listed) => resolution.locks.length > 0 || resolution.certainty === "guess";
    const next = resolutions.slice(at + 1).find(wants) ?? resolutions.slice(0, Math.max(at, 0)).find(wants);
    return { show, open: next?.id ?? null };
  }
  return { show, open: params.get("open") };
}
