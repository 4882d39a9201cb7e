import type { FieldMetadata } from "@conform-to/react";
import { TextArea } from "~/ui/form/text-area";
import { RadioGroup } from "~/ui/form/choice-group";
import type { Labels } from "~/ui/form/form-context";
import { useT } from "~/ui/i18n";
import { CHILDREN_FATES } from "../../choices";
import type { ObligationsKey } from "../../messages";

export type EndFields = Record<"children" | "childrenWord", string>;

/** What becomes of those to whom it was passed on, where any of them still owes. */
export function ChildrenFate({
  fields,
  unfinished,
}: {
  fields: { [Name in keyof EndFields]: FieldMetadata<string> };
  unfinished: number;
}) {
  const t = useT<ObligationsKey>();
  if (unfinished === 0) return null;
  return (
    <>
      <RadioGroup
        field={fields.children}
        help={t("obligations.end.children.help", { count: unfinished })}
        choices={CHILDREN_FATES.map((value) => ({ value, label: t(`obligations.end.children.${value}`) }))}
      />
      <TextArea
        field={fields.childrenWord}
        optional
        rows={2}
        maxLength={4000}
        help={t("obligations.end.children.word.help")}
      />
    </>
  );
}

export function useEndLabels(own: Labels): Labels {
  const t = useT<ObligationsKey>();
  return {
    ...own,
    children: t("obligations.end.children"),
    childrenWord: t("obligations.end.children.word"),
  };
}
