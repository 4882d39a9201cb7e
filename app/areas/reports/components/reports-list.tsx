import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form/form";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Nothing, Table } from "~/ui/table";
import type { Period } from "~/lib/period";
import { isWithReviewer } from "../lifecycle";
import type { ReportsKey } from "../messages";
import type { PlaceStanding } from "../queries/standings.server";
import { answerTo, type Answered } from "./answered";
import { PlaceState } from "./report-state";
import { Link } from "~/ui/link";

const excuseId = (place: PlaceStanding) => `excuse-${place.divisionId}`;

function ExcuseForm({
  place,
  name,
  period,
  requestId,
  answered,
}: {
  place: PlaceStanding;
  name: string;
  period: Period;
  requestId: string;
  answered: Answered;
}) {
  const t = useT<ReportsKey>();
  const id = excuseId(place);
  const mine = answerTo(answered, id);
  const [form, fields] = useForm<{ reason: string }>({ id, lastResult: mine?.result });
  return (
    <div className="max-w-140">
      <Form
        form={form}
        requestId={requestId}
        revision={0}
        refusal={mine?.refusal}
        labels={{ reason: t("reports.list.excuse.reason", { name }) }}
      >
        <input type="hidden" name="form" value={id} />
        <input type="hidden" name="divisionId" value={place.divisionId} />
        <input type="hidden" name="period" value={period} />
        <TextField field={fields.reason} maxLength={600} help={t("reports.list.excuse.help")} />
        <div>
          <Button size="small">{t("reports.list.excuse.save")}</Button>
        </div>
      </Form>
    </div>
  );
}

/** The reports of the places below, each with its standing, its state and its one next step. */
export function ReportsList({
  places,
  period,
  hrefOf,
  mayExcuse,
  excusing,
  excuseHref,
  requestId,
  answered,
}: {
  places: readonly PlaceStanding[];
  period: Period;
  hrefOf: (divisionId: number) => string;
  mayExcuse: boolean;
  /** The place whose form to excuse it is open. */
  excusing: number | null;
  excuseHref: (divisionId: number) => string;
  requestId: string;
  answered: Answered;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const nameOf = (place: PlaceStanding) => (locale === "fa" ? place.nameFa : place.nameEn);
  return (
    <Table
      caption={t("reports.list.caption")}
      rows={places}
      rowKey={(place) => String(place.divisionId)}
      empty={<EmptyState title={t("reports.list.empty")} filtered />}
      tone={(place) => (isWithReviewer(place) ? "saffron" : undefined)}
      columns={[
        {
          key: "place",
          header: t("reports.list.place"),
          cell: (place) =>
            place.submission > 0 ? (
              <Link to={hrefOf(place.divisionId)} className="hover:text-teal">
                {nameOf(place)}
              </Link>
            ) : (
              nameOf(place)
            ),
        },
        {
          key: "state",
          header: t("reports.list.state"),
          phone: "mark",
          cell: (place) => (
            <span className="inline-flex flex-wrap gap-1.5">
              <PlaceState place={place} />
              {place.isLate && <Chip tone="brick">{t("reports.late")}</Chip>}
            </span>
          ),
        },
        {
          key: "due",
          header: t("reports.list.due"),
          noWrap: true,
          cell: (place) => (place.dueOn ? <DateText iso={place.dueOn} style="day-month" /> : <Nothing />),
        },
        {
          key: "action",
          header: t("reports.list.open"),
          quietHeader: true,
          phone: "bare",
          noWrap: true,
          cell: (place) =>
            place.submission > 0 ? (
              <LinkButton to={hrefOf(place.divisionId)} size="small">
                {t(isWithReviewer(place) ? "reports.list.review" : "reports.list.open")}
              </LinkButton>
            ) : mayExcuse && place.standing === "missing" ? (
              <LinkButton to={excuseHref(place.divisionId)} size="small" kind="quiet">
                {t("reports.list.excuse")}
              </LinkButton>
            ) : null,
        },
      ]}
      detail={(place) =>
        mayExcuse &&
        (answerTo(answered, excuseId(place)) ||
          (place.standing === "missing" && place.divisionId === excusing)) ? (
          <ExcuseForm
            place={place}
            name={nameOf(place)}
            period={period}
            requestId={requestId}
            answered={answered}
          />
        ) : null
      }
    />
  );
}
