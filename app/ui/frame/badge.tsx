import { Num } from "../num";

/** How many wait: saffron, with words for whoever does not see the colour. */
export function Badge({ count, words }: { count: number; words: string }) {
  if (count <= 0) return null;
  return (
    <span className="inline-flex h-5 min-w-5 items-center justify-center rounded-full border border-saffron-line bg-saffron-tint px-1.5 pt-px text-[0.75rem] leading-none font-semibold text-saffron-ink">
      <Num value={count} />
      <span className="sr-only"> {words}</span>
    </span>
  );
}
