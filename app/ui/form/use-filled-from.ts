import { useState } from "react";

/**
 * The version of a record by which its open form is told from the next one: it follows what is saved elsewhere on the
 * page, and stands still while a refusal is before the reader, so that what he typed stays in the form.
 */
export function useFilledFrom(revision: number, isRefused: boolean): number {
  const [filledFrom, setFilledFrom] = useState(revision);
  if (filledFrom !== revision && !isRefused) {
    setFilledFrom(revision);
    return revision;
  }
  return filledFrom;
}
