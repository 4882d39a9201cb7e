import { useForm } from "@conform-to/react";
import { RadioGroup } from "~/ui/form/choice-group";
import type { WorkingCalendar } from "~/lib/working-calendar";
import { DateField } from "~/ui/form/date-field";
import { Select } from "~/ui/form/select";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import type { Offers } from "./offers";
import { StepSheet, type Common } from "./step-sheet";

type Ways = NonNullable<Offers["ways"]>;

export const ONE_WAY: Ways = { how: ["secretariat"], monitors: [] };

export function VerifyForm({
  ways,
  calendar,
  ...common
}: Common & { ways: Ways; calendar: WorkingCalendar | null }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<Record<"note" | "how" | "circleId" | "visitedOn", string>>({
    id: "verify",
    lastResult: common.answer?.result,
    defaultValue: { how: ways.how[0] ?? "secretariat" },
  });
  return (
    <StepSheet
      {...common}
      act="verify"
      form={form}
      labels={{
        how: t("obligations.form.how"),
        circleId: t("obligations.form.circle"),
        visitedOn: t("obligations.form.visited-on"),
        note: t(ways.how.length > 1 ? "obligations.form.found" : "obligations.form.note"),
      }}
    >
      <div className="group/how flex flex-col gap-4">
        {(ways.how.length > 1 || !ways.how.includes("secretariat")) && (
          <RadioGroup
            field={fields.how}
            choices={ways.how.map((value) => ({ value, label: t(`obligations.verify.how.${value}`) }))}
          />
        )}
        {ways.monitors.length > 0 && (
          <div className="hidden flex-col gap-4 group-has-[input[value=monitors]:checked]/how:flex">
            <Select field={fields.circleId} options={ways.monitors} />
            <DateField field={fields.visitedOn} calendar={calendar} />
          </div>
        )}
      </div>
      <TextArea field={fields.note} optional rows={3} maxLength={4000} />
    </StepSheet>
  );
}
