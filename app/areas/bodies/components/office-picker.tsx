import { CheckboxGroup } from "~/ui/form/choice-group";
import type { FieldFace } from "~/ui/form/form-context";
import { useLocale } from "~/ui/i18n";

/** Offices to tick, by name, in a pane that scrolls: for naming several at once. Works without script. */
export function OfficePicker({
  field,
  offices,
  help,
}: {
  field: FieldFace;
  offices: readonly { id: string; nameFa: string; nameEn: string }[];
  help?: string;
}) {
  const { locale } = useLocale();
  return (
    <div tabIndex={0} className="max-h-80 overflow-y-auto rounded-field border border-line-2 p-3">
      <CheckboxGroup
        field={field}
        help={help}
        choices={offices.map((office) => ({
          value: office.id,
          label: locale === "fa" ? office.nameFa : office.nameEn,
        }))}
      />
    </div>
  );
}
