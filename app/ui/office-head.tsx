import type { ReactNode } from "react";
import { Code } from "./code";
import { useT } from "./i18n";
import type { UiKey } from "./messages";

/**
 * The head of an office page, only in print: the office at the start side, number, date and attachment at
 * the left head.
 * @param number the letter number; a dotted space when it has none yet.
 */
export function OfficeHead({
  office,
  number,
  date,
  attachment,
}: {
  office: ReactNode;
  number?: string;
  date?: ReactNode;
  attachment?: boolean;
}) {
  const t = useT<UiKey>();
  return (
    <div className="mb-4 hidden grid-cols-3 items-start text-second print:grid">
      <div className="font-semibold">{office}</div>
      <div className="text-center">{t("ui.office.in-his-name")}</div>
      <dl className="justify-self-end">
        <div className="flex gap-2">
          <dt>{t("ui.office.number")}:</dt>
          <dd>{number ? <Code>{number}</Code> : "........"}</dd>
        </div>
        <div className="flex gap-2">
          <dt>{t("ui.office.date")}:</dt>
          <dd>{date ?? "........"}</dd>
        </div>
        <div className="flex gap-2">
          <dt>{t("ui.office.attachment")}:</dt>
          <dd>{t(attachment ? "ui.office.attachment.yes" : "ui.office.attachment.no")}</dd>
        </div>
      </dl>
    </div>
  );
}

/** Places for signatures at the foot of an office page, only in print. */
export function Signatures({ signers }: { signers: readonly { role: string; name?: string }[] }) {
  return (
    <div className="mt-10 hidden break-inside-avoid justify-around text-center text-second print:flex">
      {signers.map((signer) => (
        <div key={signer.role}>
          <p>{signer.role}</p>
          <p className="font-semibold">{signer.name}</p>
        </div>
      ))}
    </div>
  );
}
