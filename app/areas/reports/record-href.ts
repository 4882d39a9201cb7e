import type { RecordKind } from "./record-kind";

const PATHS: Record<RecordKind, ((id: string) => string) | null> = {
  person: (id) => `/network/people/${id}`,
  circle: (id) => `/network/circles/${id}`,
  contact: null,
  meeting: (id) => `/meetings/${id}`,
  demand: (id) => `/demands/${id}`,
  obstacle: (id) => `/obstacles/${id}`,
  obligation: (id) => `/obligations/${id}`,
};

/** Where a record of one's own place is read; null where it has no page. */
export function recordHref(kind: RecordKind, placeId: number, id: string): string | null {
  const path = PATHS[kind];
  return path && `/${placeId}${path(id)}`;
}
