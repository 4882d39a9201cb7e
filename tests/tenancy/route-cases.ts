import type { Role } from "~/kernel/actor";

/** A post at its place, as the sample country fills them. */
export type Standing = { place: number; role: Role };

/**
 * Who may open a route, by its id in the manifest. A route without a line here fails the tenancy test, so that
 * nobody adds a door without saying whose it is.
 * - layout: the frame of others
 * - everybody: no account needed
 * - account: any signed-in account
 * - administrator: the platform's administrator alone
 * - place: holders of a post in the place of the address. `own` opens it; `record` names the table whose row the
 *   address carries, and the row of `own`'s place must be missing for everybody else; `refused` are posts of the same
 *   place whom the page refuses with 403.
 */
export type RouteCase =
  | { door: "layout" }
  | { door: "everybody" }
  | { door: "account" }
  | { door: "administrator" }
  | { door: "place"; own: Standing; record?: string; refused?: Role };

const assistant: Standing = { place: 28_005, role: "assistant" };

export const ROUTE_CASES: Record<string, RouteCase> = {
  root: { door: "layout" },
  "routes/_app.$place": { door: "layout" },
  "routes/_app.$place.network._index": { door: "place", own: assistant },
  "routes/_app.$place.network.calls": { door: "place", own: assistant },
  "routes/_app.$place.network.circles._index": { door: "place", own: assistant },
  "routes/_app.$place.network.circles.new": { door: "place", own: assistant },
  "routes/_app.$place.network.circles.$circleId._index": { door: "place", own: assistant, record: "circle" },
  "routes/_app.$place.network.circles.$circleId.edit": { door: "place", own: assistant, record: "circle" },
  "routes/_app.$place.network.people.new": { door: "place", own: assistant },
  "routes/_app.$place.network.people.$personId._index": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.people.$personId.contact": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.people.$personId.edit": { door: "place", own: assistant, record: "person" },
  "routes/_app.$place.network.undo": { door: "place", own: assistant },
  "routes/_app.$place.demands._index": { door: "place", own: assistant },
  "routes/_app.$place.demands.new": { door: "place", own: assistant, refused: "governor" },
  "routes/_app.$place.demands.$demandId": { door: "place", own: assistant, record: "demand" },
  "routes/_public": { door: "layout" },
  "routes/_public.t._index": { door: "everybody" },
  "routes/_public.t.$code": { door: "everybody" },
  "routes/_auth.forgotten": { door: "everybody" },
  "routes/_auth.sign-in": { door: "everybody" },
  "routes/_auth.sign-out": { door: "everybody" },
  "routes/_index": { door: "account" },
  "routes/places": { door: "account" },
  "routes/preferences": { door: "everybody" },
  "routes/words.$file": { door: "everybody" },
};

export { assistant };
