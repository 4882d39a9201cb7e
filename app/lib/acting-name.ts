/**
 * The name of whoever acts for somebody, as records and timelines keep it: in the language of the administration, whatever
 * language the page was read in.
 */
export const actingName = (name: string, forName: string): string => `${name} (به جانشینی ${forName})`;
