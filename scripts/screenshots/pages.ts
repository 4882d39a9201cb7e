/**
 * The pages that are looked at: by the eye in pictures, by axe in tests. `as` is a username of the sample (null for
 * a visitor), `into` follows the first link of that page whose address matches.
 */
export type ShownPage = { name: string; as: string | null; path: string; into?: RegExp };

const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const record = (folder: string) => new RegExp(`/${folder}/${ID}$`);

export const PAGES: readonly ShownPage[] = [
  { name: "sign-in", as: null, path: "/sign-in" },
  { name: "forgotten", as: null, path: "/forgotten" },

  { name: "county-desk", as: "gorgan", path: "/28005" },
  { name: "network", as: "gorgan", path: "/28005/network" },
  { name: "call-queue", as: "gorgan", path: "/28005/network/calls" },
  { name: "person", as: "gorgan", path: "/28005/network", into: record("people") },
  { name: "person-new", as: "gorgan", path: "/28005/network/people/new" },
  { name: "circles", as: "gorgan", path: "/28005/network/circles" },
  { name: "circle", as: "gorgan", path: "/28005/network/circles", into: record("circles") },
  { name: "meetings", as: "gorgan", path: "/28005/meetings" },
  { name: "meeting", as: "gorgan", path: "/28005/meetings", into: record("meetings") },
  { name: "meeting-new", as: "gorgan", path: "/28005/meetings/new" },
  { name: "obstacles", as: "gorgan", path: "/28005/obstacles" },
  { name: "obstacle", as: "gorgan", path: "/28005/obstacles", into: record("obstacles") },
  { name: "obstacle-new", as: "gorgan", path: "/28005/obstacles/new" },
];
