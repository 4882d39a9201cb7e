/**
 * How `npm test` ends: programs and people read the last line, which says nothing but what passed and what failed.
 * @param {{ passed: number, failed: number, skipped: number }} tally
 * @returns {string[]}
 */
export function closingLines({ passed, failed, skipped }) {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? [`${skipped} skipped`, counts] : [counts];
}
