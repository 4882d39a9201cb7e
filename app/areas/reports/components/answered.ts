import type { SubmissionResult } from "@conform-to/react";
import type { RefusalFace } from "~/ui/form/form-context";

/** What the page's action answered to a refused form. */
export type Answered = { result: SubmissionResult<string[]>; refusal?: RefusalFace } | undefined;

/** The answer, if it is to the form with this name: a page has several, each sends its name in `form`. */
export function answerTo(answered: Answered, form: string): Answered {
  return answered?.result.initialValue?.form === form ? answered : undefined;
}
