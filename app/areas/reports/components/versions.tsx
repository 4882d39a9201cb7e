import { useForm } from "@conform-to/react";
import { formatJalali, type IsoDate } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import type { ReportsKey } from "../messages";
import type { ReportHead } from "../queries/report-page.server";
import type { VersionRow } from "../queries/versions.server";
import { answerTo, type Answered } from "./answered";

/**
 * Which version this is where there are several: why the later one began, what stands meanwhile, and the ways to the
 * other versions and to what changed. Nothing where there is one.
 */
export function VersionNotice({
  head,
  versions,
  place,
  readHref,
  differenceHref,
}: {
  head: ReportHead;
  versions: readonly VersionRow[];
  place: string;
  readHref: (version: number) => string;
  differenceHref: (version: number) => string;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const [newest] = versions;
  if (!newest || versions.length < 2) return null;
  const n = (version: number) => localDigits(String(version), locale);
  const isNewest = head.version === newest.version;
  const stands = versions.find(({ state }) => state === "accepted" || state === "approved");
  const about = isNewest ? head : null;
  return (
    <div className="mb-5">
      <Notice
        kind={isNewest ? "saffron" : "ink"}
        title={
          isNewest
            ? t("reports.version.reopened", { number: n(head.version) })
            : t("reports.version.is-old", { number: n(head.version), newer: n(newest.version) })
        }
      >
        {about?.reopenReason && about.reopenedOn && (
          <Reopened by={about.reopenedByName} on={about.reopenedOn} reason={about.reopenReason} />
        )}
        {stands && stands.version !== newest.version && (
          <p>{t("reports.version.stands", { number: n(stands.version) })}</p>
        )}
        {!isNewest && !newest.isSent && (
          <p>{t("reports.version.later-open", { number: n(newest.version), place })}</p>
        )}
        <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {head.version > 1 && (
            <li>
              <Link to={differenceHref(head.version)} className="text-teal underline underline-offset-4">
                {t("reports.version.difference", { newer: n(head.version), older: n(head.version - 1) })}
              </Link>
            </li>
          )}
          {versions
            .filter(({ version, isSent }) => version !== head.version && isSent)
            .map(({ version }) => (
              <li key={version}>
                <Link to={readHref(version)} className="text-teal underline underline-offset-4">
                  {t("reports.version.read", { number: n(version) })}
                </Link>
              </li>
            ))}
        </ul>
      </Notice>
    </div>
  );
}

/** The nation opens a locked report anew, with its reason. */
export function ReopenForm({
  head,
  requestId,
  answered,
}: {
  head: ReportHead;
  requestId: string;
  answered: Answered;
}) {
  const t = useT<ReportsKey>();
  const mine = answerTo(answered, "reopen");
  const [form, fields] = useForm<{ reason: string }>({ id: "reopen", lastResult: mine?.result });
  return (
    <Section title={t("reports.reopen")} level={3}>
      <Form
        form={form}
        requestId={requestId}
        revision={head.revision}
        refusal={mine?.refusal}
        labels={{ reason: t("reports.reopen.reason") }}
      >
        <input type="hidden" name="intent" value="reopen" />
        <input type="hidden" name="form" value="reopen" />
        <input type="hidden" name="divisionId" value={head.divisionId} />
        <input type="hidden" name="reportId" value={head.id} />
        <TextArea field={fields.reason} rows={3} maxLength={2000} help={t("reports.reopen.help")} />
        <div>
          <Button>{t("reports.reopen.press")}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** Who opened a report anew, when, and why: a reason keeps its own direction. */
export function Reopened({ by, on, reason }: { by: string | null; on: IsoDate; reason: string | null }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (
    <div>
      <p>{t("reports.version.reopened.on", { name: by ?? "", day: formatJalali(on, locale) })}</p>
      <p dir="auto" className="whitespace-pre-wrap text-start">
        {reason}
      </p>
    </div>
  );
}
