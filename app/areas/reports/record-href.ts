import { PERSONAL, type RecordKind } from "./record-kind";

const PATHS: Record<RecordKind, ((id: string) => string) | null> = {
  person: (id) => `/network/people/${id}`,
  circle: (id) => `/network/circles/${id}`,
  contact: null,
  "join-request": null,
  meeting: (id) => `/meetings/${id}`,
  invitation: null,
  visit: (id) => `/visits/${id}`,
  demand: (id) => `/demands/${id}`,
  obstacle: (id) => `/obstacles/${id}`,
  obligation: (id) => `/obligations/${id}`,
};

/**
 * Where a reader of `placeId` opens a record; null where it has no page for him. Above its county a person's file is
 * nobody's to open.
 */
export function recordHref(
  kind: RecordKind,
  { placeId, isOwn }: { placeId: number; isOwn: boolean },
  id: string,
): string | null {
  const path = !isOwn && PERSONAL.includes(kind) ? null : PATHS[kind];
  return path && `/${placeId}${path(id)}`;
}
