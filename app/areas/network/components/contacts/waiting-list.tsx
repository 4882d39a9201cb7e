import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormResult } from "~/kernel/http.server";
import type { IsoDate } from "~/lib/jalali";
import { classNames } from "~/ui/class-names";
import { CHECK_LOOK } from "~/ui/form/checkbox";
import { FieldError } from "~/ui/form/field";
import { startTexts } from "~/ui/form/form-context";
import { Form } from "~/ui/form/form";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { IconButton } from "~/ui/icon-button";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Sheet } from "~/ui/sheet";
import { Table } from "~/ui/table";
import type { Cadence } from "../../lifecycle";
import type { NetworkKey } from "../../messages";
import type { Caller } from "../../queries.server/assignments";
import type { PersonRow } from "../../queries.server/people";
import { SilenceBar } from "./silence-bar";
import { TierMark } from "../people/tier";

type Fields = { personIds: string[]; to: string };

/** Who waits, with whom each call is, and the ticks that give calls to somebody. */
export function WaitingList({
  people,
  callerOf,
  callers,
  cadence,
  today,
  base,
  requestId,
  answer,
  empty,
}: {
  people: readonly PersonRow[];
  /** Name of the caller by the member's id, where a call is given. */
  callerOf: Readonly<Record<string, string>>;
  callers: readonly Caller[];
  cadence: Cadence;
  today: IsoDate;
  base: string;
  requestId: string;
  answer: FormResult | undefined;
  empty: ReactNode;
}) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<Fields>({ lastResult: answer?.result });
  const ticked = startTexts(fields.personIds);
  const list = (
    <Table
      caption={t("network.waiting")}
      rows={people}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("network.col.name"),
          cell: (row) => (
            <span className="inline-flex items-center gap-3">
              <input
                type="checkbox"
                name={fields.personIds.name}
                value={row.id}
                defaultChecked={ticked.includes(row.id)}
                aria-invalid={fields.personIds.errors?.length ? true : undefined}
                aria-describedby={fields.personIds.errors?.length ? fields.personIds.errorId : undefined}
                aria-label={t("network.waiting.tick", { name: row.fullName })}
                className={classNames(CHECK_LOOK, "print:hidden")}
              />
              <Link
                to={`${base}/people/${row.id}`}
                className="inline-flex min-h-6 items-center hover:text-teal"
              >
                {row.fullName}
              </Link>
            </span>
          ),
        },
        { key: "locality", header: t("network.col.locality"), cell: (row) => row.locality ?? "–" },
        { key: "tier", header: t("network.col.tier"), cell: (row) => <TierMark tier={row.tier} /> },
        {
          key: "silence",
          header: t("network.col.silence"),
          cell: (row) => <SilenceBar person={row} cadence={cadence} today={today} />,
        },
        {
          key: "caller",
          header: t("network.waiting.caller"),
          cell: (row) => callerOf[row.id] ?? t("network.waiting.unassigned"),
        },
        {
          key: "call",
          header: t("network.col.call"),
          quietHeader: true,
          phone: "corner",
          cell: (row) => (
            <IconButton
              to={`${base}/people/${row.id}/contact`}
              label={t("network.call-person", { name: row.fullName })}
              icon="phone"
              active
            />
          ),
        },
      ]}
    />
  );
  if (people.length === 0) return list;
  return (
    <Form
      form={form}
      labels={{ personIds: t("network.many.people"), to: t("network.assign.to") }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <div id={fields.personIds.id}>{list}</div>
      <FieldError field={fields.personIds} />
      <div className="print:hidden">
        <Sheet as="section">
          <h2 className="mb-1 text-section">{t("network.assign")}</h2>
          <p className="mb-3 text-second text-ink-3">{t("network.assign.help")}</p>
          <div className="flex flex-col gap-3">
            <Select
              field={fields.to}
              width="medium"
              options={[
                ...callers.map(({ kind, id, name }) => ({
                  value: `${kind}:${id}`,
                  label: name,
                  group: t(kind === "account" ? "network.assign.officials" : "network.assign.trusted"),
                })),
                { value: "nobody", label: t("network.assign.nobody") },
              ]}
            />
            <div>
              <SubmitButton kind="secondary">{t("network.assign.do")}</SubmitButton>
            </div>
          </div>
        </Sheet>
      </div>
    </Form>
  );
}
