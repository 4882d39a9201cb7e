import { useFetcher } from "@remix-run/react";
import { classNames } from "~/ui/class-names";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import type { IconName } from "~/ui/icons";
import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import type { MeetingsKey } from "../../messages";
import { ATTENDED, type Attended } from "../choices";
import type { InvitationRow } from "../queries.server";
import { InviteeNote, useInviteeName } from "./invitee";

const ICON: Record<Attended, IconName> = {
  present: "check",
  deputy: "forward",
  guest: "user-plus",
  absent: "x",
};

/** One invitee with a button for each way of having taken part; what is marked is pressed, and pressed again it is cleared. */
function AttendanceRow({ row, action, isOpen }: { row: InvitationRow; action: string; isOpen: boolean }) {
  const t = useT<MeetingsKey>();
  const nameOf = useInviteeName();
  const fetcher = useFetcher();
  const asked = fetcher.formData?.get("attended");
  const shown = typeof asked === "string" ? asked : (row.attended ?? "none");
  const name = nameOf(row);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line-2 py-2.5 last:border-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-[550]">
          <span className="me-2 text-ink-3">
            <Num value={row.number} />
          </span>
          <bdi>{name}</bdi>
        </p>
        <p className="text-meta text-ink-3">
          <InviteeNote row={row} />
          {row.deputyName && (
            <>
              {t("meetings.invited.and")}
              {t("meetings.invited.deputy")}: <bdi>{row.deputyName}</bdi>
            </>
          )}
          {row.reply && (
            <span className="ms-2">
              {t("meetings.attendance.said", { reply: t(`meetings.invited.reply.${row.reply}`) })}
            </span>
          )}
          {row.markedBy === "code" && <span className="ms-2">{t("meetings.attendance.by-code")}</span>}
        </p>
      </div>
      <fetcher.Form
        method="post"
        action={action}
        className="grid w-full grid-cols-4 gap-1 sm:w-auto"
        aria-label={t("meetings.attendance.mark", { name })}
      >
        <input type="hidden" name="do" value="mark" />
        <input type="hidden" name="invitationId" value={row.id} />
        <input type="hidden" name="was" value={row.attended ?? "none"} />
        {ATTENDED.map((one) => {
          const isOn = shown === one;
          return (
            <button
              key={one}
              name="attended"
              value={isOn ? "none" : one}
              aria-pressed={isOn}
              disabled={!isOpen}
              className={classNames(
                "inline-flex min-h-11 items-center justify-center gap-1 rounded-field border px-2 text-meta",
                isOn
                  ? one === "absent"
                    ? "border-brick bg-sheet font-semibold text-brick"
                    : "border-teal bg-teal-tint font-semibold text-teal-deep"
                  : "border-line-2 bg-sheet text-ink-2",
              )}
            >
              <Icon of={ICON[one]} size={15} mirror={one === "deputy"} />
              {t(`meetings.attendance.${one}`)}
            </button>
          );
        })}
      </fetcher.Form>
    </li>
  );
}

/** The list by which attendance is taken: large enough for a thumb, and without script as well. */
export function AttendanceMarks({
  rows,
  action,
  isOpen,
}: {
  rows: readonly InvitationRow[];
  action: string;
  /** The meeting sits: marks change. */
  isOpen: boolean;
}) {
  return (
    <ul className="rounded-card border border-line-2 bg-sheet px-4">
      {rows.map((row) => (
        <AttendanceRow key={row.id} row={row} action={action} isOpen={isOpen} />
      ))}
    </ul>
  );
}

/** Marks many at once, of those whom nobody has marked. */
export function MarkManyBar({ left, saidYes, action }: { left: number; saidYes: number; action: string }) {
  const t = useT<MeetingsKey>();
  const fetcher = useFetcher();
  if (left === 0) return null;
  return (
    <fetcher.Form method="post" action={action} className="mb-3 flex flex-wrap items-center gap-2">
      <span className="text-second text-ink-2">{t("meetings.attendance.left", { count: left })}</span>
      <input type="hidden" name="do" value="mark-many" />
      {saidYes > 0 && (
        <Button name="which" value="who-said-yes" icon="check-check">
          {t("meetings.attendance.many.yes")}
        </Button>
      )}
      <Button name="which" value="the-rest-absent" kind="quiet">
        {t("meetings.attendance.many.rest")}
      </Button>
    </fetcher.Form>
  );
}
