import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type TimelineEvent = {
  key: string;
  /** When, in the margin; `whenNote` (a weekday, an hour) under it. */
  when: ReactNode;
  whenNote?: ReactNode;
  what: ReactNode;
  note?: ReactNode;
  /** "saffron" while it waits for somebody, "brick" for harm; what is finished has none. */
  tone?: "saffron" | "brick";
};

/** What happened to a record, newest first, along the margin rule. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label?: string }) {
  return (
    <ol aria-label={label}>
      {events.map((event) => (
        <li key={event.key} className="grid grid-cols-[6.25rem_1.25rem_minmax(0,1fr)] gap-x-2 text-second">
          <div className="pb-4 leading-snug">
            <span className="block">{event.when}</span>
            {event.whenNote && <span className="block text-meta text-ink-3">{event.whenNote}</span>}
          </div>
          <div
            aria-hidden
            className="relative flex justify-center before:absolute before:inset-y-0 before:w-px before:bg-brick-line"
          >
            <span
              className={classNames(
                "relative mt-1.5 size-3 rounded-full border-2",
                event.tone === "saffron" && "border-saffron bg-saffron",
                event.tone === "brick" && "border-brick bg-brick",
                !event.tone && "border-ink-2 bg-paper",
              )}
            />
          </div>
          <div className="pb-4">
            <span className="block text-ink">{event.what}</span>
            {event.note && (
              <span className="block text-meta text-ink-3">
                <bdi>{event.note}</bdi>
              </span>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
