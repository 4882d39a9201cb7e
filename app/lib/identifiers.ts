import { v7 } from "uuid";

/** A time-ordered id (UUIDv7), made by whoever creates the record. */
export function uuidv7(): string {
  return v7();
}
