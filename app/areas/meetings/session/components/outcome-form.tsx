import { useForm } from "@conform-to/react";
import type { KeyboardEvent } from "react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { useReady } from "~/ui/use-ready";
import type { MeetingsKey } from "../../messages";
import { OUTCOME_KINDS } from "../choices";
import type { SessionItem } from "../queries.server";
import { OutcomeInputs, useOutcomeLabels, type OutcomeFields } from "./outcome-fields";

/** Ctrl and Enter sends the form; Alt and a digit chooses the kind. */
function onKey(event: KeyboardEvent<HTMLDivElement>) {
  const form = event.target instanceof HTMLElement ? event.target.closest("form") : null;
  if (!form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const kind = event.altKey ? OUTCOME_KINDS[Number(/^Digit(\d)$/.exec(event.code)?.[1] ?? 0) - 1] : undefined;
  const choice = kind && form.querySelector<HTMLInputElement>(`input[name=kind][value=${kind}]`);
  if (!choice) return;
  event.preventDefault();
  choice.checked = true;
}

/** Writes down what came of an item, quickly: by keys alone where there are some. */
export function OutcomeForm({
  items,
  itemId,
  action,
  requestId,
  answer,
}: {
  items: readonly SessionItem[];
  /** The item that is spoken of: the first that is not done. */
  itemId: string | null;
  action: string;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const ready = useReady();
  const [form, fields] = useForm<OutcomeFields & { itemId: string }>({
    id: "outcome",
    lastResult: answer?.result,
    defaultValue: { kind: "resolution", itemId: itemId ?? "" },
  });
  return (
    <div onKeyDown={onKey}>
      <Form
        form={form}
        labels={useOutcomeLabels()}
        action={action}
        requestId={requestId}
        refusal={answer?.refusal}
      >
        <input type="hidden" name="do" value="outcome" />
        {items.length > 0 && (
          <Select
            field={fields.itemId}
            optional
            empty={t("meetings.session.general")}
            options={items.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <OutcomeInputs fields={fields} isOpen={false} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton icon="plus">{t("meetings.outcome.do")}</SubmitButton>
          {ready && <span className="text-meta text-ink-3 max-sm:hidden">{t("meetings.outcome.keys")}</span>}
        </div>
      </Form>
    </div>
  );
}
