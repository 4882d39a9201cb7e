import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { filterFields } from "~/ui/form/filter-fields";
import { Select } from "~/ui/form/select";
import { useT } from "~/ui/i18n";
import { REASONS } from "../lifecycle";
import type { NotificationKey } from "../messages";
import type { MessageFilter } from "../schema";

/** Narrows the message centre to one reason; what else is filtered stays. */
export function WhyFilter({ base, shown }: { base: string; shown: Omit<MessageFilter, "after"> }) {
  const t = useT<NotificationKey>();
  const { why, ...others } = shown;
  const field = filterFields("message-why", { why: why ?? "" });
  return (
    <Form
      key={why ?? ""}
      method="get"
      action={base}
      className="mb-4 grid max-w-120 grid-cols-[minmax(0,1fr)_auto] items-end gap-3 print:hidden"
    >
      {Object.entries(others).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Select
        field={field("why")}
        label={t("notifications.centre.why")}
        empty={t("notifications.centre.all")}
        optional={false}
        options={REASONS.map((one) => ({ value: one, label: t(`notifications.why.${one}`) }))}
      />
      <Button type="submit" kind="secondary">
        {t("notifications.centre.why.show")}
      </Button>
    </Form>
  );
}
