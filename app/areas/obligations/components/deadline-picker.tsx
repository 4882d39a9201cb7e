import type { FieldMetadata } from "@conform-to/react";
import { DateField, type DayMark } from "~/ui/form/date-field";
import { Select } from "~/ui/form/select";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { SegmentedControl } from "~/ui/segmented-control";
import { CADENCE_NAMES, DEADLINE_KINDS, DEADLINE_UNITS } from "../choices";
import type { ObligationsKey } from "../messages";

type Names = "kind" | "dueOn" | "count" | "unit" | "cadence" | "receiver" | "reason";

/** A deadline: one of four kinds, and what that kind needs. Works without script; its fields take their labels from the form. */
export function DeadlinePicker({
  fields,
  marks,
}: {
  fields: Record<Names, FieldMetadata<unknown>>;
  marks: readonly DayMark[];
}) {
  const t = useT<ObligationsKey>();
  const { kind } = fields;
  return (
    <div className="group/kind flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedControl
          key={kind.key}
          field={kind}
          legend={t("obligations.deadline")}
          quiet={false}
          segments={DEADLINE_KINDS.map((value) => ({ value, label: t(`obligations.deadline.${value}`) }))}
        />
        <p className="text-meta text-ink-3 group-has-[input:checked]/kind:hidden">
          {t("obligations.deadline.choose")}
        </p>
      </div>
      <div className="hidden group-has-[input[value=dated]:checked]/kind:block">
        <DateField field={fields.dueOn} marks={marks} />
      </div>
      <div className="hidden flex-wrap items-start gap-4 group-has-[input[value=relative]:checked]/kind:flex">
        <TextField field={fields.count} digits width="short" />
        <Select
          field={fields.unit}
          empty={false}
          options={DEADLINE_UNITS.map((value) => ({
            value,
            label: t(`obligations.deadline.unit.${value}`),
          }))}
        />
      </div>
      <div className="hidden flex-wrap items-start gap-4 group-has-[input[value=continuous]:checked]/kind:flex">
        <Select
          field={fields.cadence}
          options={CADENCE_NAMES.map((value) => ({ value, label: t(`obligations.cadence.${value}`) }))}
        />
        <div className="min-w-60 flex-1">
          <TextField field={fields.receiver} maxLength={200} />
        </div>
      </div>
      <div className="hidden group-has-[input[value=none]:checked]/kind:block">
        <TextField field={fields.reason} help={t("obligations.deadline.reason.help")} maxLength={400} />
      </div>
    </div>
  );
}
