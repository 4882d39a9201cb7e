import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Stat } from "~/ui/stat";
import type { NetworkKey } from "../../messages";
import { stayReasonKey, UNDO_OUTCOMES } from "../../people-import/undo";
import type { UndoForecast } from "../../queries.server/import-undo";
import type { ImportDetails } from "../../queries.server/imports";

/** What taking a list back would do, by the rules by which it is done; and the word that does it. */
export function UndoForm({
  list,
  forecast,
  requestId,
  answer,
  here,
}: {
  list: Pick<ImportDetails, "revision" | "rowsDone" | "rowsTotal">;
  forecast: UndoForecast;
  requestId: string;
  answer: FormResult | undefined;
  here: string;
}) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ reason: string }>({ lastResult: answer?.result });
  const count = forecast.cancelled + forecast.restored + forecast.partly;
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <p className="text-second text-ink-2">{t("network.undo.lead")}</p>
      <Section title={t("network.undo.question")}>
        <div className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
          {UNDO_OUTCOMES.map((outcome) => (
            <Stat
              key={outcome}
              figure={<Num value={forecast[outcome]} />}
              label={t(`network.undo.${outcome}`)}
              tone={
                (outcome === "stayed" || outcome === "partly") && forecast[outcome] > 0
                  ? "saffron"
                  : undefined
              }
            />
          ))}
        </div>
      </Section>
      {forecast.reasons.length > 0 && (
        <Section title={t("network.undo.why")}>
          <ul className="flex list-disc flex-col gap-1 ps-5 text-second">
            {forecast.reasons.map(({ reason, count: people }) => (
              <li key={reason}>
                {t("network.undo.why.one", { reason: t(stayReasonKey(reason)), count: people })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {count > 0 ? (
        <Notice kind="saffron">
          <p>{t("network.undo.for-ever")}</p>
          {list.rowsDone < list.rowsTotal && <p>{t("network.undo.rest")}</p>}
        </Notice>
      ) : (
        <Notice>{t("network.undo.nothing")}</Notice>
      )}
      <Form
        form={form}
        labels={{ reason: t("network.undo.question.why") }}
        requestId={requestId}
        revision={list.revision}
        refusal={answer?.refusal}
        warn={false}
      >
        {count > 0 && <TextArea field={fields.reason} rows={2} help={t("network.undo.question.why.help")} />}
        <FormActions>
          {count > 0 && (
            <SubmitButton kind="danger" icon="rotate-ccw">
              {t("network.undo.submit", { count })}
            </SubmitButton>
          )}
          <LinkButton to={here}>{t("network.undo.back")}</LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
