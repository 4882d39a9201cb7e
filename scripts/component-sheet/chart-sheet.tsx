/** Charts and the map. */
export function ChartSheet() {
  return null;
}
