import { Form } from "@remix-run/react";
import type { IconName } from "~/ui/icons";
import { Button } from "~/ui/button";
import type { ButtonKind } from "~/ui/button-look";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { Act } from "../lifecycle";
import type { ObligationsKey } from "../messages";

/** Steps of one press; the others open a form under `?step=`. */
const AT_ONCE: readonly Act[] = ["acknowledge", "start", "unblock", "verify"];

const ICON: Partial<Record<Act, IconName>> = {
  acknowledge: "inbox",
  start: "play",
  "pass-on": "forward",
  block: "traffic-cone",
  "report-done": "send",
  verify: "check",
  reject: "corner-up-left",
  "re-date": "repeat-2",
  "ask-day": "calendar-days",
};
const MIRRORED: readonly Act[] = ["pass-on", "report-done", "reject"];
const QUIET: readonly Act[] = ["block", "ask-day", "re-date", "withdraw", "set-not-applicable"];

/** The step that is filled: what most often comes next. */
function mainOf(acts: readonly Act[]): Act | undefined {
  return (["verify", "acknowledge", "report-done", "unblock"] as const).find((act) => acts.includes(act));
}

/** The allowed next steps; what is not allowed is absent. */
export function StepButtons({
  acts,
  open,
  requestId,
  revision,
  hrefOf,
  asksHow = false,
  action,
  touch = false,
}: {
  acts: readonly Act[];
  open: Act | null;
  requestId: string;
  revision: number;
  hrefOf: (act: Act) => string;
  /** The way to verify is first to be chosen: one press does not do. */
  asksHow?: boolean;
  /** Where steps of one press are posted, from a list of many; this page when left out. */
  action?: string;
  touch?: boolean;
}) {
  const t = useT<ObligationsKey>();
  const main = mainOf(acts);
  const size = touch ? "touch" : "medium";
  return (
    <div className="flex flex-wrap items-start gap-2 max-sm:flex-col max-sm:items-stretch">
      {acts
        .filter((act) => act !== open)
        .map((act) => {
          const kind: ButtonKind =
            act === main && open === null && !action
              ? "primary"
              : QUIET.includes(act)
                ? "quiet"
                : "secondary";
          const word = t(`obligations.act.${act}`);
          const icon = ICON[act];
          const look = { kind, size, mirrorIcon: MIRRORED.includes(act), ...(icon ? { icon } : {}) } as const;
          return AT_ONCE.includes(act) && !(asksHow && act === "verify") ? (
            <Form key={act} method="post" action={action} className="max-sm:*:w-full">
              <input type="hidden" name="requestId" value={requestId} />
              <input type="hidden" name="revision" value={revision} />
              <Button {...look} name="do" value={act}>
                {word}
              </Button>
            </Form>
          ) : (
            <LinkButton key={act} {...look} to={hrefOf(act)}>
              {word}
            </LinkButton>
          );
        })}
    </div>
  );
}
