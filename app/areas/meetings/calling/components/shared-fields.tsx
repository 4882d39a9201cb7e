import type { FieldMetadata } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate, type Locale } from "~/lib/jalali";
import { Select } from "~/ui/form/select";
import { TextField } from "~/ui/form/text-field";
import type { TheirText } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";

type Option = { value: string; label: string };

/** What the other of two editors saved, as the fields of this form would show it. */
export function theirPlan(
  answer: FormResult | undefined,
  labels: Readonly<Record<string, string>>,
  {
    locale,
    days,
    figures,
    named,
  }: {
    locale: Locale;
    days: readonly string[];
    /** Fields of hours and numbers. */
    figures: readonly string[];
    /** Fields that choose, with what they offer. */
    named: Partial<Record<string, readonly Option[]>>;
  },
): TheirText[] {
  return Object.entries(answer?.refusal?.theirs ?? {}).map(([name, saved]) => {
    const value =
      days.includes(name) && saved
        ? typedJalali(saved as IsoDate, locale)
        : figures.includes(name)
          ? localDigits(saved, locale)
          : saved;
    const shown = named[name]?.find((one) => one.value === saved)?.label ?? value;
    return { name, label: labels[name] ?? name, value, shown };
  });
}

type Fields = Record<"roomId" | "place" | "chairPostId" | "secretaryPostId", FieldMetadata<string>>;

/** Where a meeting is: a room of the place or words. */
export function WhereFields({
  fields,
  rooms,
}: {
  fields: Pick<Fields, "roomId" | "place">;
  rooms: readonly Option[];
}) {
  const t = useT<MeetingsKey>();
  return (
    <>
      <Select field={fields.roomId} optional options={rooms} empty={t("calling.field.no-room")} />
      <TextField field={fields.place} optional help={t("calling.field.place.help")} />
    </>
  );
}

/** Who presides, and who keeps its papers; `between` stands after the chair. */
export function PostFields({
  fields,
  posts,
  between,
}: {
  fields: Pick<Fields, "chairPostId" | "secretaryPostId">;
  posts: readonly Option[];
  between?: React.ReactNode;
}) {
  const t = useT<MeetingsKey>();
  return (
    <>
      <Select field={fields.chairPostId} optional options={posts} empty={t("calling.none")} />
      {between}
      <Select field={fields.secretaryPostId} optional options={posts} empty={t("calling.none")} />
    </>
  );
}

/** Of which council it is a session, where the place has any. */
export function CouncilField({
  field,
  councils,
}: {
  field: FieldMetadata<string>;
  councils: readonly Option[];
}) {
  const t = useT<MeetingsKey>();
  if (councils.length === 0) return null;
  return (
    <Select
      field={field}
      optional
      options={councils}
      empty={t("calling.field.no-council")}
      help={t("calling.field.council.help")}
    />
  );
}

/** Digits as the reader writes them. */
export function useDigits(): (value: string | number | null) => string {
  const { locale } = useLocale();
  return (value) => localDigits(String(value ?? ""), locale);
}
