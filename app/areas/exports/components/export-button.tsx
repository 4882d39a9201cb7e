import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { ExportsKey } from "../messages";

/**
 * Leads from a list to its export.
 * @param list name of the exported list.
 * @param words on the button, where it is not the page's usual list.
 * @param narrowed the parts of the list's address that narrow it; empty ones are left out.
 */
export function ExportButton({
  place,
  list,
  narrowed = {},
  words,
  size,
}: {
  place: number;
  list: string;
  narrowed?: Readonly<Record<string, string | undefined>>;
  words?: string;
  size?: "small";
}) {
  const t = useT<ExportsKey>();
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowed)) if (value) search.set(name, value);
  const query = search.toString();
  return (
    <LinkButton
      to={`/${place}/exports/new/${list}${query && `?${query}`}`}
      icon="file-down"
      {...(size ? { size } : {})}
    >
      {words ?? t("exports.open")}
    </LinkButton>
  );
}
