/**
 * The first letters of a name in a ring; decoration beside the name itself.
 * @param name as it is written on the page.
 */
export function Avatar({ name }: { name: string }) {
  const letters = name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "");
  return (
    <span
      aria-hidden
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-full border border-line-2 bg-sunk text-meta font-[550] text-ink-2"
    >
      {/* Without the non-joiner two Persian letters would run together into one shape. */}
      {letters.join("\u200c")}
    </span>
  );
}
