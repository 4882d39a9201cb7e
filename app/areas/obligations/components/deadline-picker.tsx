import type { FieldMetadata } from "@conform-to/react";
import type { IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { DateField } from "~/ui/form/date-field";
import { Select } from "~/ui/form/select";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { SegmentedControl } from "~/ui/segmented-control";
import { CADENCE_NAMES, DEADLINE_KINDS, DEADLINE_UNITS } from "../choices";
import type { ObligationsKey } from "../messages";
import { DuePreview } from "./due-preview";

type Names = "kind" | "dueOn" | "count" | "unit" | "cadence" | "receiver" | "reason";

/**
 * A deadline: one of four kinds, what that kind needs, and the day on which it ends by the calendar of the place. Works
 * without script; its fields take their labels from the form.
 * @param meeting the day from which it counts, null for a meeting without one; nothing where it counts from the issue.
 */
export function DeadlinePicker({
  fields,
  calendar,
  meeting,
  legend,
}: {
  fields: Record<Names, FieldMetadata<unknown>>;
  calendar: WorkingCalendar;
  meeting?: IsoDate | null;
  legend?: string;
}) {
  const t = useT<ObligationsKey>();
  const { kind } = fields;
  return (
    <div className="group/kind flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SegmentedControl
          key={kind.key}
          field={kind}
          legend={legend ?? t("obligations.deadline")}
          quiet={false}
          segments={DEADLINE_KINDS.map((value) => ({ value, label: t(`obligations.deadline.${value}`) }))}
        />
        <p className="text-meta text-ink-3 group-has-[input:checked]/kind:hidden">
          {t("obligations.deadline.choose")}
        </p>
      </div>
      <div className="hidden group-has-[input[value=dated]:checked]/kind:block">
        <DateField field={fields.dueOn} calendar={calendar} />
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
      <DuePreview fields={fields} calendar={calendar} {...(meeting === undefined ? {} : { meeting })} />
    </div>
  );
}
