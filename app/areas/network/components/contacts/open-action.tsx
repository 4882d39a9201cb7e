import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { daysBetween, formatJalali, type IsoDate } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Sheet } from "~/ui/sheet";
import type { NetworkKey } from "../../messages";
import type { OpenAction } from "../../queries.server/open-actions";

type Fields = { note: string };

/** What a member asked for, how long it has been open, and the words that close it. */
export function OpenActionCard({
  open,
  base,
  today,
  requestId,
  answer,
}: {
  open: OpenAction;
  base: string;
  today: IsoDate;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({ id: `action-${open.id}`, lastResult: answer?.result });
  const days = Math.max(0, daysBetween(open.happenedOn, today));
  return (
    <Sheet as="section">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-item">
          <Link
            to={`${base}/people/${open.personId}`}
            className="inline-flex min-h-6 items-center hover:text-teal"
          >
            {open.fullName}
          </Link>
          {open.locality && <span className="ms-2 text-second font-normal text-ink-3">{open.locality}</span>}
        </h2>
        <Chip icon="clock">
          {days === 0 ? t("network.action.today") : t("network.action.open-days", { count: days })}
        </Chip>
      </div>
      <p className="mt-1 text-body whitespace-pre-wrap">
        {open.note ? (
          <bdi>{open.note}</bdi>
        ) : (
          <span className="text-ink-3">{t("network.action.no-note")}</span>
        )}
      </p>
      <p className="text-meta text-ink-3">
        {t("network.action.asked-on", { date: formatJalali(open.happenedOn, locale, "day-month") })}
      </p>
      <div className="mt-3 border-t border-line pt-3 print:hidden">
        <Form
          form={form}
          labels={{ note: t("network.action.done") }}
          requestId={requestId}
          refusal={answer?.refusal}
          layout="none"
          action={`${base}/actions?contact=${open.id}`}
        >
          <div className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-60">
              <TextField field={fields.note} />
            </div>
            <SubmitButton kind="secondary">{t("network.action.take")}</SubmitButton>
          </div>
        </Form>
      </div>
    </Sheet>
  );
}
