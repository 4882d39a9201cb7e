import { useForm } from "@conform-to/react";
import { formatJalali, todayIn } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { RefusedPress } from "~/ui/form/kept-words";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import type { ReportsKey } from "../messages";
import type { FigureRow, ReportHead } from "../queries/report-page.server";
import { answerTo, type Answered } from "./answered";

/** That a figure is approved with an exception, why and by whom. */
export function FigureException({ row: { exception } }: { row: FigureRow }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  if (!exception) return null;
  return (
    <p className="text-second">
      <Icon of="triangle-alert" size={15} className="me-1 inline text-saffron-ink" />
      <span className="text-ink-3">
        {t("reports.exception.by", {
          name: exception.byName,
          day: formatJalali(todayIn(new Date(exception.at)), locale, "day-month"),
        })}{" "}
      </span>
      {exception.reason}
    </p>
  );
}

type Props = { head: ReportHead; row: FigureRow; requestId: string; answered: Answered };

const formId = (act: "except" | "drop-exception", code: string) => `${act}-${code}`;

function Hidden({ head, row, act }: Pick<Props, "head" | "row"> & { act: "except" | "drop-exception" }) {
  return (
    <>
      <input type="hidden" name="intent" value={act} />
      <input type="hidden" name="form" value={formId(act, row.code)} />
      <input type="hidden" name="divisionId" value={head.divisionId} />
      <input type="hidden" name="reportId" value={head.id} />
      <input type="hidden" name="indicatorCode" value={row.code} />
    </>
  );
}

function DropForm({ head, row, requestId, answered }: Props) {
  const t = useT<ReportsKey>();
  const id = formId("drop-exception", row.code);
  const mine = answerTo(answered, id);
  const [form] = useForm({ id, lastResult: mine?.result });
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={row.exception?.revision ?? 0}
      refusal={mine?.refusal}
      warn={false}
    >
      <Hidden head={head} row={row} act="drop-exception" />
      <div>
        <Button size="small" kind="quiet">
          {t("reports.exception.drop")}
        </Button>
      </div>
    </Form>
  );
}

/** Names the figure as approved with an exception, or changes and takes back what was named. */
export function FigureExceptionForm(props: Props) {
  const { head, row, requestId, answered } = props;
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const id = formId("except", row.code);
  const mine = answerTo(answered, id);
  const [form, fields] = useForm<{ reason: string }>({
    id,
    lastResult: mine?.result,
    defaultValue: { reason: row.exception?.reason ?? "" },
  });
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <Form
        form={form}
        requestId={requestId}
        revision={row.exception?.revision ?? 0}
        refusal={mine?.refusal}
        labels={{
          reason: t("reports.exception.reason", { name: locale === "fa" ? row.nameFa : row.nameEn }),
        }}
      >
        <Hidden head={head} row={row} act="except" />
        <TextField field={fields.reason} maxLength={600} help={t("reports.exception.help")} />
        <div>
          <Button size="small">{t("reports.exception.save")}</Button>
        </div>
      </Form>
      {row.exception ? (
        <DropForm {...props} />
      ) : (
        <RefusedPress answer={answerTo(answered, formId("drop-exception", row.code))} />
      )}
    </div>
  );
}

/** The answer to a form of this figure's exception, if it is one. */
export const answerToException = (answered: Answered, code: string): Answered =>
  answerTo(answered, formId("except", code)) ?? answerTo(answered, formId("drop-exception", code));
