import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/form/choice-group";
import { FieldError } from "~/ui/form/field";
import type { FieldFace } from "~/ui/form/form-context";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { comma } from "~/ui/listed";
import type { NetworkKey } from "../../messages";
import type { PersonRow } from "../../queries.server/people";

export type FoundPeople = {
  /** What was looked for. */
  q: string;
  people: Pick<PersonRow, "id" | "fullName" | "locality" | "circles">[];
  /** What else was typed into the form meanwhile, by field. */
  typed: Record<string, string>;
};

/** Somebody on the register, named by looking for him and choosing among those found. The words travel by POST. */
export function PersonChoice({
  search,
  field,
  found,
}: {
  search: FieldFace;
  field: FieldFace;
  /** Undefined before the first search. */
  found: FoundPeople | undefined;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <TextField field={search} optional />
        </div>
        <Button name="intent" value="find" icon="search">
          {t("network.find-person.do")}
        </Button>
      </div>
      {found?.people.length === 0 && (
        <p role="status" className="text-second text-ink-2">
          {t("network.find-person.none")}
        </p>
      )}
      {found === undefined || found.people.length === 0 ? (
        <div id={field.id} tabIndex={-1}>
          <FieldError field={field} />
          <p className="text-meta text-ink-3">{t("network.find-person.first")}</p>
        </div>
      ) : (
        <RadioGroup
          field={field}
          label={t("network.find-person.found")}
          choices={found.people.map(({ id, fullName, locality, circles }) => ({
            value: id,
            label: fullName,
            hint: [locality, ...circles].filter(Boolean).join(comma(locale)),
          }))}
        />
      )}
    </div>
  );
}
