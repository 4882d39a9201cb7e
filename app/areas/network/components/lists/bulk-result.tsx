import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import type { UiKey } from "~/ui/messages";
import { Notice } from "~/ui/notice";
import type { BulkOutcome, NotDone } from "../../lists/bulk";
import type { NetworkKey } from "../../messages";

/** Names told for one reason; more are counted. */
const MOST_NAMED = 8;

/** For how many it was done, for whom not and why, and the way back. */
export function BulkResult({
  outcome,
  names,
  base,
}: {
  outcome: BulkOutcome;
  /** Names by id of those for whom it was not done. */
  names: Readonly<Record<string, string>>;
  base: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const { locale } = useLocale();
  const { act, done, notDone, undo } = outcome;
  const reasons = [...new Set(notDone.map(({ why }) => why))].map((why) => {
    const of = notDone.filter((one) => one.why === why);
    const told = of.slice(0, MOST_NAMED).map(({ id }) => names[id] ?? "–");
    const rest = of.length - told.length;
    if (rest > 0) told.push(t("network.bulk.and-more", { count: rest }));
    return t(keyOf(why, act), { count: of.length, names: listed(told, locale) });
  });
  return (
    <div className="flex max-w-160 flex-col gap-4">
      <Notice
        kind={done > 0 ? "ink" : "saffron"}
        icon={done > 0 ? "check" : undefined}
        live
        title={done > 0 ? t("network.bulk.done", { count: done }) : t("network.bulk.done-none")}
        action={
          undo &&
          done > 0 && (
            <Form method="post" action="?undo">
              <input type="hidden" name="act" value={act} />
              {undo.tier && <input type="hidden" name="tier" value={undo.tier} />}
              {undo.was.map((one) => (
                <input key={one} type="hidden" name="was" value={one} />
              ))}
              <Button size="small" icon="undo-2">
                {t("ui.undo")}
              </Button>
            </Form>
          )
        }
      >
        {reasons.length > 0 && (
          <ul className="list-disc ps-5">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </Notice>
      <div>
        <LinkButton to={base}>{t("network.bulk.back")}</LinkButton>
      </div>
    </div>
  );
}

/** What "already" means follows from the act. */
function keyOf(why: NotDone, act: BulkOutcome["act"]): NetworkKey {
  if (why !== "already") return `network.bulk.not.${why}`;
  return act === "circle" ? "network.bulk.not.already.circle" : "network.bulk.not.already.tier";
}
