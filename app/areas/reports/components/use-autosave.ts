import { useEffect, useReducer, useState } from "react";
import {
  begin,
  next,
  type Autosave,
  type AutosaveEvent,
  type SaveAnswer,
  type Written,
} from "./autosave-state";

/** Pause in typing after which the words are saved; pause before a save without answer is tried again. */
const PAUSE_MS = 1200;
const AGAIN_MS = 5000;

const isWritten = (value: unknown): value is Written =>
  typeof value === "object" && value !== null && "text" in value && "blankReason" in value;

/** Words on this device that were never saved, from a page that was closed. */
function readKept(key: string): Written | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isWritten(value) ? value : null;
  } catch {
    return null;
  }
}

function keep(key: string, written: Written | null): void {
  try {
    if (written) localStorage.setItem(key, JSON.stringify(written));
    else localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing still has the words on the page.
  }
}

async function post(url: string, fields: Record<string, string>): Promise<SaveAnswer> {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields), keepalive: true });
  if (response.status !== 200 && response.status !== 409 && response.status !== 422)
    throw new Error(`save answered ${response.status}`);
  return (await response.json()) as SaveAnswer;
}

/**
 * Saves what is written a moment after typing stops, keeps it on the device until it is saved, and tries again when no
 * answer came. `found` are words of an earlier visit that were never saved.
 */
export function useAutosave(
  url: string,
  {
    key,
    fields,
    written,
    revision,
    answer,
  }: {
    key: string;
    fields: Record<string, string>;
    written: Written;
    revision: number;
    /** What the page already answers to `written`. */
    answer?: SaveAnswer | undefined;
  },
): {
  state: Autosave;
  dispatch: (event: AutosaveEvent) => void;
  found: Written | null;
  dropFound: () => void;
} {
  const [state, dispatch] = useReducer(next, undefined, () => begin(written, revision, answer));
  const [found, setFound] = useState<Written | null>(null);
  const { phase, sent } = state;
  const kept = `peyvand.report.${key}`;

  useEffect(() => {
    const old = readKept(kept);
    if (old && (old.text !== written.text || old.blankReason !== written.blankReason)) setFound(old);
    // What was kept is looked for once, when the fields are first shown.
  }, [kept, written.text, written.blankReason]);

  useEffect(() => {
    if (phase === "clean" && state.savedAt) keep(kept, null);
    else if (phase !== "clean") keep(kept, state.written);
  }, [kept, phase, state.savedAt, state.written]);

  useEffect(() => {
    if (phase !== "changed" && phase !== "lost") return;
    const timer = setTimeout(() => dispatch({ type: "send" }), phase === "lost" ? AGAIN_MS : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [phase, state.written]);

  const body = JSON.stringify({ ...fields, ...sent, revision: String(state.revision) });
  useEffect(() => {
    if (phase !== "sending") return;
    post(url, JSON.parse(body) as Record<string, string>).then(
      (answer) => dispatch({ type: "answered", answer }),
      () => dispatch({ type: "lost" }),
    );
  }, [phase, url, body]);

  useEffect(() => {
    if (phase === "clean") return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [phase]);

  const dropFound = () => {
    keep(kept, null);
    setFound(null);
  };
  return { state, dispatch, found, dropFound };
}
