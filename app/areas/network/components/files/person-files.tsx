import { formatJalali, todayIn } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import type { NetworkKey } from "../../messages";
import type { PersonFileRow } from "../../queries.server/person-files";

/** Files of a person, each to be downloaded; of those that were taken away, why. */
export function PersonFiles({
  files,
  base,
  mayKeep,
}: {
  files: readonly PersonFileRow[];
  base: string;
  mayKeep: boolean;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  if (files.length === 0) return <p className="text-second text-ink-3">{t("network.files.none")}</p>;
  return (
    <ul className="flex flex-col gap-2 text-second">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          {file.removedReason !== null || !mayKeep ? (
            <bdi className="text-ink-2">{file.title}</bdi>
          ) : (
            <Link
              to={`${base}/files/${file.id}`}
              asDocument
              aria-label={t("network.file.fetch", { title: file.title })}
              className="inline-flex min-h-6 items-center text-teal hover:underline"
            >
              <bdi>{file.title}</bdi>
            </Link>
          )}
          <span className="text-meta text-ink-3">
            {t(file.type === "application/pdf" ? "network.file.kind.pdf" : "network.file.kind.picture")}
          </span>
          {file.removedReason === null && mayKeep && (
            <Link
              to={`${base}/files/${file.id}/remove`}
              aria-label={t("network.file.remove.of", { title: file.title })}
              className="inline-flex min-h-6 items-center text-meta text-ink-2 hover:underline"
            >
              {t("network.file.remove")}
            </Link>
          )}
          <span className="basis-full text-meta text-ink-3">
            {file.removedReason === null
              ? t("network.file.added", {
                  name: file.addedByName,
                  date: formatJalali(todayIn(file.addedAt), locale, "long"),
                })
              : t("network.file.removed", { reason: file.removedReason })}
            {file.removedReason !== null && mayKeep && (
              <Link
                to={`${base}/notes/${file.id}?of=file-reason`}
                aria-label={t("network.file.reason.edit-of", { title: file.title })}
                className="ms-2 inline-flex min-h-6 items-center text-ink-2 hover:underline"
              >
                {t("network.file.reason.edit")}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
