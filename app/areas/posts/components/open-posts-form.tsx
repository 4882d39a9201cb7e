import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import type { FieldFace, FormFace } from "~/ui/form/form-context";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import type { PostsKey } from "../messages";

/** Opens those of a place's usual posts that are not there yet. */
export function OpenPostsForm({
  form,
  field,
  requestId,
  isFirst,
}: {
  form: FormFace;
  field: FieldFace;
  requestId: string;
  /** Nothing is open here yet: then this is what to do. */
  isFirst: boolean;
}) {
  const t = useT<PostsKey>();
  return (
    <div className="mt-4 max-w-160">
      <p className="mb-3 text-second text-ink-2">{t("posts.open.lead")}</p>
      <Form form={form} requestId={requestId} warn={false}>
        <RadioGroup
          field={field}
          label={t("posts.open.experts")}
          row
          choices={[
            { value: "1", label: t("posts.open.one") },
            { value: "2", label: t("posts.open.two") },
          ]}
        />
        <FormActions>
          <SubmitButton kind={isFirst ? "primary" : "secondary"}>{t("posts.open")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
