/**
 * A past fact. Its payload holds ids only; reactions read the records. Declared in an area's `events.ts`:
 * `export const MinutesIssued = event<{ minutesId: string }>("MinutesIssued")`.
 */
export type Event<P extends Record<string, unknown>> = { readonly type: string; readonly payload?: P };

export function event<P extends Record<string, unknown>>(type: string): Event<P> {
  return { type };
}
