import { useActionData } from "@remix-run/react";
import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { CopyText } from "../copy-text";
import { useErrorText, useT } from "../i18n";
import type { UiKey } from "../messages";
import { Notice } from "../notice";
import { typedTexts } from "~/lib/typed-texts";

/** What a page's action answered to a form that it did not take. */
type Refused = {
  result: { status?: string | undefined; initialValue?: unknown; error?: unknown };
  refusal?: { code: string } | undefined;
};

const isRefused = (answer: unknown): answer is Refused => {
  const result = (answer as Partial<Refused> | undefined)?.result;
  return typeof result === "object" && result.status === "error";
};

/**
 * What the pages below know of the last refused form: the answer, and which forms of the page show it. It is written
 * while they are drawn and read by what is drawn after them, so that the server's page needs no script.
 */
class LastRefusal {
  answer: Refused | undefined;
  readonly shownBy = new Set<string>();
  private version = 0;
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  read = () => this.version;
  tell = () => {
    this.version += 1;
    for (const listener of this.listeners) listener();
  };
}

const Context = createContext<LastRefusal | null>(null);

/** Tells the frame what the page's action answered last. Called by what stands on nearly every page. */
export function useTellRefusal(): void {
  const last = useContext(Context);
  const data = useActionData<unknown>();
  const answer = isRefused(data) ? data : undefined;
  if (last) last.answer = answer;
  useEffect(() => {
    if (!last) return;
    last.answer = answer;
    last.tell();
    return () => {
      if (last.answer !== answer) return;
      last.answer = undefined;
      last.tell();
    };
  }, [last, answer]);
}

/**
 * A form of the page shows the refusal and what was typed: nothing needs to be kept elsewhere, also not when it is
 * mended and shows no error any more.
 */
export function useShowsRefusal(hasIt: boolean): void {
  const last = useContext(Context);
  const id = useId();
  const data = useActionData<unknown>();
  const shown = useRef<unknown>(undefined);
  if (hasIt) shown.current = data;
  const isShown = hasIt || (data !== undefined && shown.current === data);
  if (isShown) last?.shownBy.add(id);
  useEffect(() => {
    if (!last || !isShown) return;
    last.shownBy.add(id);
    last.tell();
    return () => {
      last.shownBy.delete(id);
      last.tell();
    };
  }, [last, id, isShown]);
}

/** Why a press was refused, on a page whose form is gone; where words were typed the frame says it beside them. */
export function RefusedPress({ answer }: { answer: Refused | undefined }) {
  const errorText = useErrorText();
  if (!answer?.refusal || typedTexts(answer.result.initialValue).length > 0) return null;
  return (
    <div className="mb-4">
      <Notice live kind="brick" title={errorText(answer.refusal.code)} />
    </div>
  );
}

/** What was typed into a refused form whose place is gone, to be copied; and what somebody else saved meanwhile. */
export function KeptTexts({
  typed,
  instead = [],
}: {
  typed: readonly string[];
  instead?: readonly string[];
}) {
  const t = useT<UiKey>();
  return (
    <>
      {typed.map((text) => (
        <CopyText key={text} text={text} label={t("ui.kept.label")} />
      ))}
      {instead.length > 0 && (
        <section>
          <h2 className="mb-1 text-second font-[550]">{t("ui.kept.instead")}</h2>
          {instead.map((text) => (
            <p
              key={text}
              dir="auto"
              className="border-s-2 border-line-2 ps-3 whitespace-pre-wrap wrap-anywhere"
            >
              {text}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

/**
 * Around a page: when a refused form is not on it any more, because another's act took its step away, what was typed
 * stands at its head, with what happened, to be copied. Every page has it; no page has to think of it.
 */
export function KeptWords({ children }: { children: ReactNode }) {
  const [last] = useState(() => new LastRefusal());
  return (
    <Context.Provider value={last}>
      <div className="has-[>[data-kept]]:flex has-[>[data-kept]]:flex-col">
        {children}
        <Kept last={last} />
      </div>
    </Context.Provider>
  );
}

function Kept({ last }: { last: LastRefusal }) {
  const t = useT<UiKey>();
  const errorText = useErrorText();
  const here = useRef<HTMLDivElement>(null);
  useSyncExternalStore(last.subscribe, last.read, last.read);
  const answer = last.shownBy.size > 0 ? undefined : last.answer;
  useEffect(() => {
    if (answer) here.current?.focus();
  }, [answer]);
  const texts = typedTexts(answer?.result.initialValue);
  if (!answer || texts.length === 0) return null;
  return (
    <div ref={here} data-kept tabIndex={-1} className="order-first mb-5 print:hidden">
      <Notice kind="brick" live title={errorText(answer.refusal?.code ?? "form.out-of-date")}>
        <div className="mt-2 flex flex-col gap-3">
          <p>{t("ui.kept.help")}</p>
          <KeptTexts typed={texts} />
        </div>
      </Notice>
    </div>
  );
}
