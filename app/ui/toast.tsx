import { Form } from "@remix-run/react";
import { useEffect, useState, type ReactNode } from "react";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";
import { Num } from "./num";

/**
 * What was just done, at the foot of the page, with the way back. Without script it stays.
 * @param undo posts `fields` to `action`; offered for `seconds` (the answer of the server decides in the end).
 * @param at changes with every new message, so that the same words twice are two messages.
 */
export function Toast({
  children,
  undo,
  seconds = 10,
  at,
}: {
  children: ReactNode;
  undo?: { action: string; fields?: Readonly<Record<string, string>> };
  seconds?: number;
  at: string;
}) {
  const t = useT<UiKey>();
  const [left, setLeft] = useState(seconds);
  const [closed, setClosed] = useState(false);

  useEffect(() => {
    setLeft(seconds);
    setClosed(false);
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, [at, seconds]);

  if (closed || left === 0) return null;
  return (
    <div
      role="status"
      data-toast
      className="fixed inset-x-4 bottom-20 z-40 mx-auto flex min-h-11 max-w-160 items-center gap-3 rounded-card bg-ink px-4 text-second text-paper sm:bottom-6 print:hidden"
    >
      <Icon of="check" />
      <span className="min-w-0 flex-1 py-2">{children}</span>
      {undo && (
        <Form method="post" action={undo.action} className="shrink-0">
          {Object.entries(undo.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button
            type="submit"
            className="inline-flex min-h-11 items-center gap-2 font-semibold outline-paper"
          >
            {t("ui.undo")}
            <span aria-hidden className="font-normal opacity-75">
              <Num value={left} />
            </span>
          </button>
        </Form>
      )}
      <button
        type="button"
        aria-label={t("ui.close")}
        onClick={() => setClosed(true)}
        className="inline-flex size-9 shrink-0 items-center justify-center outline-paper"
      >
        <Icon of="x" size={15} />
      </button>
    </div>
  );
}
