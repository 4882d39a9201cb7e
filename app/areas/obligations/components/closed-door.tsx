import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import type { ObligationsKey } from "../messages";
import { OfficeFrame } from "./office-frame";

/** What a link that opens nothing shows: the same whether it is over, taken back or made up. */
export function ClosedDoor({ sample, clockSet }: { sample: boolean; clockSet: boolean }) {
  const t = useT<ObligationsKey>();
  return (
    <OfficeFrame home="/" sample={sample} clockSet={clockSet} readOnly={false}>
      <PageHeader title={t("obligations.door.closed.title")} />
      <p className="max-w-160">{t("obligations.door.closed.text")}</p>
    </OfficeFrame>
  );
}
