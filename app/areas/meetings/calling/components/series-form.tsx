import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, WEEKDAY_NAMES, type IsoDate } from "~/lib/jalali";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { CLOSED_DAY_RULES } from "../../choices";
import type { MeetingsKey } from "../../messages";
import { NTH, ruleOf, SERIES_RULES, WEEKDAYS } from "../choices";
import type { PlanChoices } from "../plan-choices.server";
import type { SeriesRow } from "../series.server";
import { planOptions } from "./plan-options";
import { CouncilField, PostFields, theirPlan, useDigits, WhereFields } from "./shared-fields";

type Words = Record<
  | "title"
  | "typeCode"
  | "councilId"
  | "rule"
  | "step"
  | "weekday"
  | "nth"
  | "monthDay"
  | "startsOn"
  | "endsOn"
  | "startsAt"
  | "endsAt"
  | "roomId"
  | "place"
  | "chairPostId"
  | "secretaryPostId"
  | "onClosedDay",
  string
>;
type Fields = Words & { hostOfficeIds: string[] };

/** Begins a series, or changes one and all that follow when `series` is given. */
export function SeriesForm({
  series,
  choices,
  today,
  requestId,
  answer,
  back,
}: {
  series?: SeriesRow;
  choices: PlanChoices;
  today: IsoDate;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<MeetingsKey | UiKey>();
  const { locale } = useLocale();
  const digits = useDigits();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: series
      ? {
          title: series.title,
          typeCode: series.typeCode,
          councilId: series.councilId ?? "",
          rule: ruleOf(series),
          step: digits(series.step),
          weekday: String(series.weekday ?? ""),
          nth: String(series.nth ?? ""),
          monthDay: digits(series.monthDay),
          startsOn: typedJalali(series.startsOn, locale),
          endsOn: series.endsOn ? typedJalali(series.endsOn, locale) : "",
          startsAt: digits(series.startsAt),
          endsAt: digits(series.endsAt),
          roomId: series.roomId ?? "",
          place: series.place ?? "",
          chairPostId: series.chairPostId ?? "",
          secretaryPostId: series.secretaryPostId ?? "",
          onClosedDay: series.onClosedDay,
          hostOfficeIds: series.hostOfficeIds,
        }
      : {
          rule: "month-weekday",
          step: digits(1),
          startsOn: typedJalali(today, locale),
          onClosedDay: "next-working",
          chairPostId: choices.chair ?? "",
        },
  });
  const labels: Record<keyof Fields, string> = {
    title: t("calling.field.title"),
    typeCode: t("calling.field.type"),
    councilId: t("calling.field.council"),
    rule: t("calling.series.rule"),
    step: t("calling.series.step"),
    weekday: t("calling.series.weekday"),
    nth: t("calling.series.nth"),
    monthDay: t("calling.series.month-day"),
    startsOn: t("calling.series.starts-on"),
    endsOn: t("calling.series.ends-on"),
    startsAt: t("calling.field.starts-at"),
    endsAt: t("calling.field.ends-at"),
    roomId: t("calling.field.room"),
    place: t("calling.field.place"),
    chairPostId: t("calling.field.chair"),
    secretaryPostId: t("calling.field.secretary"),
    onClosedDay: t("calling.series.on-closed-day"),
    hostOfficeIds: t("calling.series.hosts"),
  };
  const options = planOptions(choices, locale);
  const weekdays = WEEKDAYS.map((one) => ({ value: one, label: WEEKDAY_NAMES[locale][Number(one)] ?? one }));
  const nths = NTH.map((one) => ({ value: one, label: t(`calling.series.nth.${one}`) }));
  const rules = SERIES_RULES.map((one) => ({ value: one, label: t(`calling.series.rule.${one}`) }));
  const closed = CLOSED_DAY_RULES.map((one) => ({
    value: one,
    label: t(`calling.series.on-closed-day.${one}`),
  }));
  const named: Partial<Record<string, readonly { value: string; label: string }[]>> = {
    typeCode: options.types,
    councilId: options.councils,
    rule: rules,
    weekday: weekdays,
    nth: nths,
    roomId: options.rooms,
    chairPostId: options.posts,
    secretaryPostId: options.posts,
    onClosedDay: closed,
  };
  const theirs = theirPlan(answer, labels, {
    locale,
    days: ["startsOn", "endsOn"],
    figures: ["step", "monthDay", "startsAt", "endsAt"],
    named,
  });
  return (
    <div className="max-w-180">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={series?.revision}
        refusal={answer?.refusal}
        theirs={theirs}
      >
        <Select field={fields.typeCode} options={options.types} />
        <CouncilField field={fields.councilId} councils={options.councils} />
        <TextField field={fields.title} />
        <RadioGroup field={fields.rule} choices={rules} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField field={fields.step} digits />
          <TextField field={fields.monthDay} optional digits help={t("calling.series.month-day.help")} />
          <Select field={fields.nth} optional options={nths} />
          <Select field={fields.weekday} optional options={weekdays} />
          <DateField field={fields.startsOn} />
          <DateField field={fields.endsOn} optional />
          <TextField field={fields.startsAt} digits />
          <TextField field={fields.endsAt} digits />
          <WhereFields fields={fields} rooms={options.rooms} />
          <PostFields fields={fields} posts={options.posts} />
        </div>
        <RadioGroup field={fields.onClosedDay} choices={closed} />
        {options.offices.length > 0 && (
          <details
            className="rounded-card border border-line-2 bg-sheet p-4"
            open={!!series?.hostOfficeIds.length}
          >
            <summary className="cursor-pointer text-second font-[550]">{t("calling.series.hosts")}</summary>
            <div className="mt-3 max-h-80 overflow-y-auto">
              <CheckboxGroup field={fields.hostOfficeIds} optional choices={options.offices} />
            </div>
          </details>
        )}
        <FormActions>
          <SubmitButton>{t(series ? "meetings.save-changes" : "calling.series.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
