import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { FIXED_KINDS, isTieKind, type Kind } from "../choices";
import type { CatalogueKey } from "../messages";
import type { Entry } from "../queries.server";

type AddFields = { fa: string; en: string; faBack: string; enBack: string; within: string };

/** Adds an entry of the place's own. */
export function AddEntryForm({
  kind,
  requestId,
  answer,
}: {
  kind: Kind;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<CatalogueKey>();
  const [form, fields] = useForm<AddFields>({ id: "add", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{
        fa: t("catalogues.add.fa"),
        en: t("catalogues.add.en"),
        faBack: t("catalogues.add.fa-back"),
        enBack: t("catalogues.add.en-back"),
        within: t("catalogues.add.within"),
      }}
      requestId={requestId}
      refusal={answer?.refusal}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="intent" value="add" />
      <TextField field={fields.fa} width="medium" />
      {kind === "locality" && (
        <TextField field={fields.within} optional width="medium" help={t("catalogues.add.within.help")} />
      )}
      <TextField field={fields.en} optional width="medium" />
      {isTieKind(kind) && (
        <>
          <TextField field={fields.faBack} optional width="medium" help={t("catalogues.add.back-help")} />
          <TextField field={fields.enBack} optional width="medium" />
        </>
      )}
      <FormActions>
        <SubmitButton kind="secondary">{t("catalogues.add.do")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Adds many names at once, as they are copied from a column of a sheet. */
export function AddNamesForm({
  kind,
  requestId,
  answer,
}: {
  kind: Kind;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<CatalogueKey>();
  const [form, fields] = useForm<{ names: string }>({ id: "names", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ names: t("catalogues.names.field") }}
      requestId={requestId}
      refusal={answer?.refusal}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="intent" value="names" />
      <TextArea
        field={fields.names}
        rows={6}
        help={t(kind === "locality" ? "catalogues.names.help.locality" : "catalogues.names.help")}
      />
      <FormActions>
        <SubmitButton kind="secondary">{t("catalogues.add.do")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

type WordFields = Omit<AddFields, "within"> & { position: string; standing: string };

/** Gives an entry words of the place's own, another turn, or retires it. */
export function WordEntryForm({
  entry,
  kind,
  revision,
  requestId,
  answer,
  back,
}: {
  entry: Entry;
  kind: Kind;
  /** Of the place's own row; nought where it has none. */
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<CatalogueKey | UiKey>();
  const [form, fields] = useForm<WordFields>({
    lastResult: answer?.result,
    defaultValue: {
      fa: entry.fa,
      en: entry.en,
      faBack: entry.faBack ?? "",
      enBack: entry.enBack ?? "",
      position: String(entry.position),
      standing: entry.retiredOn ? "retired" : "offered",
    },
  });
  const standings = ["offered", "retired"] as const;
  const labels = {
    fa: t("catalogues.add.fa"),
    en: t("catalogues.add.en"),
    faBack: t("catalogues.add.fa-back"),
    enBack: t("catalogues.add.en-back"),
    position: t("catalogues.position"),
    standing: t("catalogues.standing"),
  };
  return (
    <div className="mt-8 max-w-160 print:hidden">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={answer?.refusal}
        theirs={theirTextsOf(answer?.refusal?.theirs, labels, {
          words: { standing: (saved) => wordOf(standings, saved, (one) => t(`catalogues.standing.${one}`)) },
        })}
      >
        <TextField field={fields.fa} width="medium" />
        <TextField field={fields.en} optional width="medium" />
        {entry.faBack !== null && (
          <>
            <TextField field={fields.faBack} width="medium" />
            <TextField field={fields.enBack} optional width="medium" />
          </>
        )}
        <TextField
          field={fields.position}
          optional
          digits
          width="short"
          help={t("catalogues.position.help")}
        />
        {FIXED_KINDS.includes(kind) ? (
          <>
            <input type="hidden" name="standing" value="offered" />
            <p className="text-second text-ink-2">{t("catalogues.fixed-note")}</p>
          </>
        ) : (
          <RadioGroup
            field={fields.standing}
            choices={standings.map((one) => ({ value: one, label: t(`catalogues.standing.${one}`) }))}
          />
        )}
        <FormActions>
          <SubmitButton>{t("catalogues.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
