import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { Sheet } from "~/ui/sheet";
import type { MeetingsKey } from "../../messages";
import type { OutcomeRow, SessionItem } from "../queries.server";
import { OutcomeList } from "./outcome-list";

const LOOK: Record<SessionItem["state"], ChipLook> = {
  planned: { icon: "circle-dashed", tone: "neutral" },
  done: { icon: "check", tone: "teal" },
  carried: { icon: "skip-forward", tone: "saffron" },
};

/** The items of the agenda with what came of each, and what came outside of it. */
export function SessionItems({
  items,
  outcomes,
  action,
  requestId,
  editHref,
}: {
  items: readonly SessionItem[];
  outcomes: readonly OutcomeRow[];
  /** Where an item is settled; none once the meeting is over. */
  action: string | null;
  requestId: string;
  editHref: ((id: string) => string) | null;
}) {
  const t = useT<MeetingsKey>();
  const known = new Set(items.map(({ id }) => id));
  const general = outcomes.filter(({ itemId }) => itemId === null || !known.has(itemId));
  return (
    <div className="flex flex-col gap-3">
      {items.map((item, index) => (
        <Sheet key={item.id}>
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0 flex-1 basis-56">
              <h3 className="text-item">
                <span className="me-2 text-ink-3">
                  <Num value={index + 1} />
                </span>
                <bdi>{item.title}</bdi>
              </h3>
              {item.presenter && <p className="text-meta text-ink-3">{item.presenter}</p>}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <Chip {...LOOK[item.state]}>{t(`meetings.session.item.state.${item.state}`)}</Chip>
              {action && (
                <Form method="post" action={action} preventScrollReset>
                  <input type="hidden" name="do" value="settle" />
                  <input type="hidden" name="requestId" value={requestId} />
                  <input type="hidden" name="itemId" value={item.id} />
                  <input type="hidden" name="revision" value={item.revision} />
                  <Button
                    name="state"
                    value={item.state === "done" ? "planned" : "done"}
                    kind="quiet"
                    size="small"
                    icon={item.state === "done" ? "rotate-ccw" : "check"}
                  >
                    {t(item.state === "done" ? "meetings.session.item.again" : "meetings.session.item.done")}
                  </Button>
                </Form>
              )}
            </div>
          </div>
          <OutcomeList outcomes={outcomes.filter(({ itemId }) => itemId === item.id)} editHref={editHref} />
        </Sheet>
      ))}
      {general.length > 0 && (
        <Sheet>
          <h3 className="text-item">{t("meetings.session.general")}</h3>
          <OutcomeList outcomes={general} editHref={editHref} />
        </Sheet>
      )}
      {items.length === 0 && general.length === 0 && (
        <p className="text-second text-ink-2">{t("meetings.outcome.none")}</p>
      )}
    </div>
  );
}
