import { Form as RemixForm, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Carried } from "./carried-fields";
import { ErrorSummary } from "./error-summary";
import { FormContextProvider, type FormFace, type Labels, type RefusalFace } from "./form-context";
import { useShowsRefusal, useTellRefusal } from "./kept-words";
import { LeaveGuard } from "./leave-guard";
import { TheirTexts, theirTextsOf, type TheirText } from "./their-texts";
import { longestOfTooLarge, TooLong } from "./too-long";

/**
 * A form over conform's `useForm({ lastResult })`: one column, posts without script as well, keeps what was
 * typed, and opens with a summary of errors whose lines lead to their fields.
 *
 * @param form the first value of `useForm`.
 * @param labels label of each field by name (`items[].text` for rows): used by the controls and the summary.
 * @param requestId the loader's fresh id: the second of two equal submits gets the answer of the first.
 * @param revision the version of the record that the form was filled from.
 * @param refusal what `submit()` answered beside the result: fills the sentence of a refused command, and in
 *   a conflict shows the other's texts beside one's own and sends their version the next time.
 * @param theirs the other's texts, where the form says them otherwise than field by field as they are saved.
 * @param action where to post; this page when left out.
 * @param files true when a file is among the fields.
 * @param warn asks before leaving with unsaved words (default on; off for filters and one-button forms).
 * @param layout "stack" (default: one column, 16 px apart) or "none".
 */
export function Form({
  form,
  labels = {},
  requestId,
  revision,
  refusal,
  theirs,
  action,
  files = false,
  warn = true,
  layout = "stack",
  children,
}: {
  form: FormFace;
  labels?: Labels;
  requestId?: string;
  revision?: number | string;
  refusal?: RefusalFace;
  theirs?: readonly TheirText[];
  action?: string;
  files?: boolean;
  warn?: boolean;
  layout?: "stack" | "none";
  children: ReactNode;
}) {
  const summary = useRef<HTMLDivElement>(null);
  const errorCount = Object.keys(form.allErrors).length;
  useTellRefusal();
  useShowsRefusal(errorCount > 0 || refusal !== undefined);
  const navigation = useNavigation();
  const answered = navigation.state === "idle";
  const [changed, setChanged] = useState(false);
  const [tooLong, setTooLong] = useState<string>();

  // After a refused submit the reader is taken to what is to be mended; focus must not stay on a button far below.
  useEffect(() => {
    if (errorCount > 0 && answered) summary.current?.focus();
  }, [errorCount, answered]);

  return (
    <FormContextProvider value={{ labels, refusal }}>
      <RemixForm
        id={form.id}
        method="post"
        action={action}
        encType={files ? "multipart/form-data" : undefined}
        noValidate
        onSubmit={(event) => {
          const field = files ? undefined : longestOfTooLarge(new FormData(event.currentTarget));
          setTooLong(field);
          if (field !== undefined) {
            event.preventDefault();
            return;
          }
          setChanged(false);
          form.onSubmit(event);
        }}
        onInput={warn ? () => setChanged(true) : undefined}
        aria-describedby={errorCount > 0 ? `${form.id}--errors` : undefined}
      >
        {changed && <LeaveGuard />}
        <Carried />
        {requestId !== undefined && <input type="hidden" name="requestId" value={requestId} />}
        {revision !== undefined && (
          <input type="hidden" name="revision" value={refusal?.revision ?? revision} />
        )}
        {tooLong !== undefined && <TooLong label={labels[tooLong] ?? tooLong} />}
        <ErrorSummary ref={summary} form={form} labels={labels} />
        {refusal?.theirs && (
          <TheirTexts
            formId={form.id}
            texts={theirs ?? theirTextsOf(refusal.theirs, labels)}
            typed={form.initialValue}
          />
        )}
        {layout === "stack" ? <div className="flex flex-col gap-4">{children}</div> : children}
      </RemixForm>
    </FormContextProvider>
  );
}
