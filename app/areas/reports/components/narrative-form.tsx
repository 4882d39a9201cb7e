import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { timeIn } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { CONTROL_LOOK } from "~/ui/form/field";
import { useWrittenDir } from "~/ui/form/form-context";
import { useShowsRefusal } from "~/ui/form/kept-words";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { Notice } from "~/ui/notice";
import type { ReportsKey } from "../messages";
import type { Answered } from "./answered";
import type { Narrative } from "../queries/report-page.server";
import type { Errors, Written } from "./autosave-state";
import { narrativeAnswer } from "./narrative-answer";
import { useAutosave } from "./use-autosave";

const AREA_LOOK = `${CONTROL_LOOK} field-sizing-content max-h-120 resize-y py-2 leading-[1.9]`;

function Both({ theirs, onTake, onKeep }: { theirs: Written; onTake: () => void; onKeep: () => void }) {
  const t = useT<ReportsKey>();
  return (
    <Notice kind="saffron" title={t("reports.narrative.theirs")} live>
      <p className="mt-1 rounded-field border border-line-2 bg-sheet px-3 py-1.5 whitespace-pre-wrap">
        {theirs.text || theirs.blankReason}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="button" size="small" onClick={onKeep}>
          {t("reports.narrative.theirs.keep")}
        </Button>
        <Button type="button" size="small" kind="quiet" onClick={onTake}>
          {t("reports.narrative.theirs.take")}
        </Button>
      </div>
    </Notice>
  );
}

/**
 * The narrative of one duty, saved while it is written. What cannot be saved stays in the field and on the device; two
 * editors see both texts, and nothing is replaced unasked. Without script it is a form with a button.
 * @param onTold called when a save gave the duty its first words or took its last.
 */
export function NarrativeForm({
  reportId,
  dutyCode,
  narrative,
  saveUrl,
  requestId,
  labels,
  answered,
  onTold,
}: {
  reportId: string;
  dutyCode: string;
  narrative: Narrative;
  saveUrl: string;
  requestId: string;
  labels: { text: string; help?: string };
  answered: Answered;
  onTold: () => void;
}) {
  const t = useT<ReportsKey>();
  const errorText = useErrorText();
  const { locale } = useLocale();
  const writtenDir = useWrittenDir();
  const id = `narrative-${dutyCode}`;
  const fields = { reportId, dutyCode };
  const answer = narrativeAnswer(answered);
  useShowsRefusal(answer !== undefined);
  const { state, dispatch, found, dropFound } = useAutosave(saveUrl, {
    key: `${reportId}.${dutyCode}`,
    fields,
    written: answer?.typed ?? { text: narrative.text, blankReason: narrative.blankReason },
    revision: narrative.revision,
    answer: answer?.answer,
  });
  const { phase, written, savedAt, errors } = state;
  const shown = useRef(written);
  const isTold = Boolean(written.text.trim() || written.blankReason.trim());

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!form.current) return;
    // What was typed before the script came stands in the fields alone.
    const given = new FormData(form.current);
    const word = (name: keyof Written) => String(given.get(name) ?? "").replaceAll("\r\n", "\n");
    const early = { text: word("text"), blankReason: word("blankReason") };
    const [text, reason] = [shown.current.text, shown.current.blankReason];
    if (early.text !== text || early.blankReason !== reason) dispatch({ type: "typed", written: early });
  }, [dispatch]);

  const told = useRef(isTold);
  useEffect(() => {
    if (phase !== "clean" || told.current === isTold) return;
    told.current = isTold;
    onTold();
  }, [phase, isTold, onTold]);

  const type = (change: Partial<Written>) => dispatch({ type: "typed", written: { ...written, ...change } });
  const flush = () => dispatch({ type: "send" });
  const status =
    phase === "sending"
      ? t("reports.narrative.saving")
      : phase !== "clean"
        ? t("reports.narrative.unsaved")
        : savedAt
          ? t("reports.narrative.saved", { time: localDigits(timeIn(new Date(savedAt)), locale) })
          : "";

  const marks = (name: keyof Written) =>
    errors[name] ? { "aria-invalid": true, "aria-describedby": `${id}-${name}-error` } : {};
  const wrong = (name: keyof Errors) =>
    errors[name] && (
      <p id={`${id}-${name}-error`} role="alert" className="text-meta font-[550] text-brick">
        {errors[name].map(errorText).join(" ")}
      </p>
    );

  return (
    <Form ref={form} method="post" id={id} onSubmit={(event) => (event.preventDefault(), flush())}>
      <input type="hidden" name="intent" value="narrative" />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="dutyCode" value={dutyCode} />
      <input type="hidden" name="revision" value={state.revision} />
      <div className="flex flex-col gap-3">
        {found && (
          <Notice kind="saffron" title={t("reports.narrative.kept.title")}>
            <p className="mt-1 whitespace-pre-wrap">{found.text || found.blankReason}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button
                type="button"
                size="small"
                onClick={() => {
                  dispatch({ type: "typed", written: found });
                  dropFound();
                }}
              >
                {t("reports.narrative.kept.use")}
              </Button>
              <Button type="button" size="small" kind="quiet" onClick={dropFound}>
                {t("reports.narrative.kept.drop")}
              </Button>
            </div>
          </Notice>
        )}
        {phase === "conflict" && state.theirs && (
          <Both
            theirs={state.theirs}
            onTake={() => dispatch({ type: "take-theirs" })}
            onKeep={() => dispatch({ type: "keep-mine" })}
          />
        )}
        {phase === "lost" && (
          <Notice kind="ink" title={t("reports.narrative.lost.title")} live>
            {t("reports.narrative.lost.text")}
          </Notice>
        )}
        <div className="flex flex-col gap-1.5">
          <div className="flex items-baseline justify-between gap-3">
            <label htmlFor={`${id}-text`} className="text-second font-[550]">
              {labels.text}
            </label>
            <span role="status" className="text-meta text-ink-3">
              {status}
            </span>
          </div>
          <textarea
            id={`${id}-text`}
            name="text"
            rows={5}
            value={written.text}
            onChange={(event) => type({ text: event.target.value })}
            onBlur={flush}
            {...marks("text")}
            dir={writtenDir}
            className={`${AREA_LOOK} min-h-32`}
          />
          {wrong("text")}
          {labels.help && <p className="text-meta text-ink-3">{labels.help}</p>}
        </div>
        {(!written.text.trim() || written.blankReason.trim() !== "" || errors.blankReason) && (
          <div className="flex flex-col gap-1.5">
            <label htmlFor={`${id}-reason`} className="text-second font-[550]">
              {t("reports.narrative.blank")}
            </label>
            <input
              id={`${id}-reason`}
              name="blankReason"
              value={written.blankReason}
              onChange={(event) => type({ blankReason: event.target.value })}
              onBlur={flush}
              {...marks("blankReason")}
              dir={writtenDir}
              className={CONTROL_LOOK}
            />
            {wrong("blankReason")}
            <p className="text-meta text-ink-3">{t("reports.narrative.blank.help")}</p>
          </div>
        )}
        {wrong("")}
        <div>
          <Button size="small" busy={phase === "sending"}>
            {t("reports.narrative.save")}
          </Button>
        </div>
      </div>
    </Form>
  );
}
