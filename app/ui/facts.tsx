import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Facts of a record: label and value side by side; a fact whose value is null is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-[fit-content(45%)_minmax(0,1fr)] gap-x-5 gap-y-2 text-second">
      {facts
        .filter((fact) => fact.value !== null && fact.value !== undefined)
        .map((fact) => (
          <div key={fact.label} className="contents">
            <dt className="min-w-24 text-ink-3">{fact.label}</dt>
            <dd className="min-w-0 text-ink">{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
