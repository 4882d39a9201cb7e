import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { ExportsKey } from "../messages";

/**
 * Leads from a list to its export.
 * @param list name of the exported list.
 * @param narrowed the parts of the list's address that narrow it; empty ones are left out.
 */
export function ExportButton({
  place,
  list,
  narrowed = {},
}: {
  place: number;
  list: string;
  narrowed?: Readonly<Record<string, string | undefined>>;
}) {
  const t = useT<ExportsKey>();
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowed)) if (value) search.set(name, value);
  const query = search.toString();
  return (
    <LinkButton to={`/${place}/exports/new/${list}${query && `?${query}`}`} icon="file-down">
      {t("exports.open")}
    </LinkButton>
  );
}
