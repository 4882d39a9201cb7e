import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { useLookAgain } from "~/ui/use-look-again";
import type { MeetingsKey } from "../../messages";
import type { CallingRow } from "../queries.server";

/** Looks again while a job is at it. */
function Watch() {
  useLookAgain();
  return null;
}

/** Lists and circles of which people were invited: how far each has come, and who was left out. */
export function Callings({ callings }: { callings: readonly CallingRow[] }) {
  const t = useT<MeetingsKey>();
  if (callings.length === 0) return null;
  return (
    <div className="mb-4 flex flex-col gap-2 print:hidden">
      {callings.some(({ state }) => state === "runs") && <Watch />}
      {callings.map((one) => {
        const left = (
          [
            ["meetings.calling.known", one.known],
            ["meetings.calling.no-contact", one.noContact],
            ["meetings.calling.barred", one.barred],
            ["meetings.calling.left", one.gone],
          ] as const
        ).filter(([, count]) => count > 0);
        return (
          <Notice
            key={one.id}
            live={one.state === "runs"}
            kind={one.state === "full" || one.state === "gone" ? "saffron" : "info"}
            title={t(`meetings.calling.${one.state}`, { title: one.title, count: one.invited })}
          >
            {left.length > 0 && (
              <ul className="list-disc ps-5">
                {left.map(([key, count]) => (
                  <li key={key}>{t(key, { count })}</li>
                ))}
              </ul>
            )}
          </Notice>
        );
      })}
    </div>
  );
}
