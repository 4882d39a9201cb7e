import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { NetworkKey } from "../../messages";

const SEEN_BY = ["own", "staff"] as const;

/** Names a saved list and says who sees it; edits it when `list` is given. */
export function ListForm({
  list,
  mayKeepToHimself,
  requestId,
  answer,
  back,
}: {
  list?: { name: string; isShared: boolean; revision: number };
  /** Whoever made a list takes it back for himself; others do not. */
  mayKeepToHimself: boolean;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ name: string; seenBy: string }>({
    lastResult: answer?.result,
    defaultValue: { name: list?.name ?? "", seenBy: list?.isShared ? "staff" : "own" },
  });
  const labels = { name: t("network.lists.name"), seenBy: t("network.lists.shared") };
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={list?.revision}
      refusal={answer?.refusal}
      theirs={theirTextsOf(answer?.refusal?.theirs, labels, {
        words: { seenBy: (saved) => wordOf(SEEN_BY, saved, (one) => t(`network.lists.shared.${one}`)) },
      })}
    >
      <TextField field={fields.name} width="medium" help={t("network.lists.name.help")} autoFocus={!list} />
      <RadioGroup
        field={fields.seenBy}
        choices={SEEN_BY.map((one) => ({
          value: one,
          label: t(`network.lists.shared.${one}`),
          disabled: one === "own" && !mayKeepToHimself,
        }))}
      />
      <FormActions>
        <SubmitButton>{t(list ? "network.person.save-changes" : "network.lists.save")}</SubmitButton>
        <LinkButton kind="quiet" to={back}>
          {t("ui.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
