import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Chip, type ChipLook } from "~/ui/chip";
import { ComboBox } from "~/ui/form/combo-box";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import type { BodyChoice } from "../directory.server";
import type { BodiesKey } from "../messages";
import type { ReadName } from "../reading.server";
import type { GroupRow } from "../schema";

const LOOK: Record<ReadName["parties"][number]["confidence"], ChipLook> = {
  clear: { icon: "check", tone: "teal" },
  likely: { icon: "circle-dashed", tone: "neutral" },
  guess: { icon: "circle-help", tone: "saffron" },
};

/** Asks for a written name to be read. */
export function TryForm({ written, answer }: { written: string; answer: FormResult | undefined }) {
  const t = useT<BodiesKey>();
  const [form, fields] = useForm<{ written: string }>({
    id: "try",
    lastResult: answer?.result.initialValue?.target === undefined ? answer?.result : undefined,
    defaultValue: { written },
  });
  return (
    <div className="max-w-160">
      <Form form={form} labels={{ written: t("bodies.reading.written") }} warn={false}>
        <TextField field={fields.written} />
        <FormActions>
          <SubmitButton icon="scan-text">{t("bodies.reading.try")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}

/** Whom the words name, part by part, and how sure the reading is. */
export function ReadingResult({ found, base }: { found: ReadName; base: string }) {
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  return (
    <Section title={t("bodies.reading.result", { written: found.written })}>
      <Table
        caption={t("bodies.reading.result", { written: found.written })}
        rows={found.parties}
        rowKey={(party) => party.written}
        empty={<p className="p-4 text-second text-ink-3">{t("bodies.reading.nobody")}</p>}
        columns={[
          { key: "part", header: t("bodies.reading.part"), cell: (party) => <bdi>{party.written}</bdi> },
          {
            key: "who",
            header: t("bodies.reading.who"),
            cell: (party) => (
              <span className="flex flex-wrap gap-x-3">
                <span>
                  {t(`bodies.reading.kind.${party.kind}`)}
                  {party.kind !== "unknown" && <>: {party.name}</>}
                </span>
                {party.office && (
                  <Link
                    to={`${base}/${party.office.id}`}
                    className="inline-flex min-h-6 items-center text-teal hover:underline"
                  >
                    {t("bodies.reading.office", {
                      office: locale === "fa" ? party.office.nameFa : party.office.nameEn,
                    })}
                  </Link>
                )}
                {party.kind === "body" && !party.office && (
                  <span className="text-ink-3">{t("bodies.reading.no-office")}</span>
                )}
              </span>
            ),
          },
          {
            key: "sure",
            header: t("bodies.reading.sure"),
            cell: (party) => (
              <Chip {...LOOK[party.confidence]}>{t(`bodies.reading.sure.${party.confidence}`)}</Chip>
            ),
          },
        ]}
      />
      {found.nearest.length > 0 && (
        <p className="mt-2 text-second text-ink-2">
          {t("bodies.reading.nearest", { names: found.nearest.join(" · ") })}
        </p>
      )}
    </Section>
  );
}

/** Says whom a written name means from now on. */
export function TeachForm({
  written,
  groups,
  bodies,
  requestId,
  answer,
}: {
  written: string;
  groups: readonly GroupRow[];
  bodies: readonly BodyChoice[];
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const [form, fields] = useForm<{ written: string; target: string }>({
    id: "teach",
    lastResult: answer?.result,
    defaultValue: { written },
  });
  return (
    <Section title={t("bodies.reading.teach")}>
      <div className="max-w-160">
        <Form
          form={form}
          labels={{ written: t("bodies.reading.written"), target: t("bodies.reading.means") }}
          requestId={requestId}
          refusal={answer?.refusal}
          warn={false}
        >
          <input type="hidden" name="do" value="teach" />
          <TextField field={fields.written} />
          <ComboBox
            field={fields.target}
            help={t("bodies.reading.teach.help")}
            options={[
              ...groups.map((group) => ({
                value: `group:${group.code}`,
                label: named(group),
                group: t("bodies.reading.means.groups"),
              })),
              ...bodies.map((body) => ({
                value: `body:${body.id}`,
                label: named(body),
                group: t("bodies.reading.means.bodies"),
              })),
            ]}
          />
          <FormActions>
            <SubmitButton icon="check">{t("bodies.reading.learn")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}
