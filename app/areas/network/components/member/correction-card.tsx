import { Form as PlainForm } from "@remix-run/react";
import { formatMobile } from "~/lib/identifiers";
import { Button } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Sheet } from "~/ui/sheet";
import type { NetworkKey } from "../../messages";
import type { CorrectionRow } from "../../queries.server/corrections";

/** What one person says is right, beside what stands now; only what differs. */
export function CorrectionCard({
  row,
  base,
  requestId,
}: {
  row: CorrectionRow;
  base: string;
  requestId: string;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const number = (mobile: string | null) => mobile && formatMobile(mobile, locale);
  const pairs = [
    { label: t("network.person.full-name"), was: row.fullName, said: row.saidName },
    { label: t("network.person.mobile"), was: number(row.mobile), said: number(row.saidMobile) },
    { label: t("network.col.locality"), was: row.locality, said: row.saidLocality },
  ].filter(({ was, said }) => was !== said);
  const shown = (text: string | null) =>
    text === null ? <span className="text-ink-3">{t("network.corrections.empty")}</span> : <bdi>{text}</bdi>;
  return (
    <Sheet as="li">
      <Link to={`${base}/people/${row.personId}`} className="text-item text-teal hover:underline">
        {row.fullName}
      </Link>
      <div className="my-3">
        <Facts
          facts={pairs.map(({ label, was, said }) => ({
            label,
            value: (
              <>
                <span className="block">
                  {t("network.corrections.said")}: {shown(said)}
                </span>
                <span className="block text-ink-3">
                  {t("network.corrections.was")}: {shown(was)}
                </span>
              </>
            ),
          }))}
        />
      </div>
      <PlainForm method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="correctionId" value={row.id} />
        <Button kind="primary" size="small" name="decision" value="accept">
          {t("network.corrections.accept")}
        </Button>
        <Button size="small" name="decision" value="decline">
          {t("network.corrections.decline")}
        </Button>
      </PlainForm>
    </Sheet>
  );
}
