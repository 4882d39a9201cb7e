import type { ReactNode } from "react";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { ProgressBar } from "~/ui/progress-bar";
import { useLookAgain } from "~/ui/use-look-again";
import type { NetworkKey } from "../../messages";

/**
 * How far a job with a list is; the page looks again by itself, or at a press where there is no script.
 * @param words the same in words: so many of so many rows.
 */
export function ImportProgress({
  words,
  done,
  total,
  here,
  before,
  children,
}: {
  words: string;
  done: number;
  total: number;
  here: string;
  before?: ReactNode;
  children: ReactNode;
}) {
  const t = useT<NetworkKey>();
  useLookAgain();
  return (
    <div className="flex max-w-160 flex-col gap-5">
      {before}
      <div>
        <p className="mb-2 text-item" role="status">
          {words}
        </p>
        <ProgressBar ratio={done / Math.max(1, total)} label={words} />
      </div>
      {children}
      <div>
        <LinkButton to={here} size="small">
          {t("network.import.refresh")}
        </LinkButton>
      </div>
    </div>
  );
}
