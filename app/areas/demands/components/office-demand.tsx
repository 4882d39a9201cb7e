import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import type { ComponentProps } from "react";
import type { DemandKey } from "../messages";
import type { OfficeDemandRow } from "../queries.server";
import { AnswerForm } from "./answer-form";

/** One demand that waits for an office's answer, at whichever of its doors. Nothing of who asked stands here. */
export function OfficeDemand({
  demand,
  home,
  readOnly,
  requestId,
  answer,
}: {
  demand: OfficeDemandRow;
  /** Where the office's list stands. */
  home: string;
  readOnly: boolean;
  requestId: string;
  answer: ComponentProps<typeof AnswerForm>["answer"];
}) {
  const t = useT<DemandKey>();
  return (
    <>
      <PageHeader back={{ to: home, label: t("demands.office.title") }} title={demand.title} />
      <div className="max-w-180">
        <Section title={t("demands.section.demand")}>
          <Facts
            facts={[
              { label: t("demands.input.kind"), value: t(`demands.kind.${demand.kind}`) },
              { label: t("demands.input.field"), value: t(`demands.field.${demand.field}`) },
              { label: t("demands.input.locality"), value: demand.locality },
              {
                label: t("demands.column.limit"),
                value: demand.limitOn && <DateText iso={demand.limitOn} relative />,
              },
              { label: t("demands.refer.note"), value: demand.note },
            ]}
          />
        </Section>
        {!readOnly && (
          <Section title={t("demands.office.answer")}>
            <AnswerForm
              demandId={demand.id}
              revision={demand.revision}
              requestId={requestId}
              answer={answer}
            />
          </Section>
        )}
      </div>
    </>
  );
}
