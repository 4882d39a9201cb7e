/**
 * The name of whoever acts for somebody, as records and timelines keep it: in the language of the administration, whatever
 * language the page was read in.
 */
export const actingName = (name: string, forName: string): string => `${name} (به جانشینی ${forName})`;

/** The name under which records keep what a worker did of itself. */
export const SYSTEM_NAME = "سامانه";

/** The name of an office's officer: his post and office, which answer for what is reported, and who he was. */
export const officerName = (title: string, office: string, holder: string): string =>
  `${title}، ${office} (${holder})`;
