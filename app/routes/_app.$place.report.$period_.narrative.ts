import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/actor.server";
import { saveNarrative } from "~/areas/reports/commands/save-narrative.server";
import type { SaveAnswer } from "~/areas/reports/components/autosave-state";
import { errorsByField } from "~/areas/reports/components/narrative-answer";
import { SaveNarrative } from "~/areas/reports/schema";
import { formOf } from "~/kernel/http.server";
import { Refusal, STATUS_OF } from "~/kernel/refusal";

/** Saves a narrative while it is written; the page shows what this answers beside the words. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const parsed = SaveNarrative.safeParse(Object.fromEntries(await formOf(args.request)));
  if (!parsed.success) {
    const errors = errorsByField(z.flattenError(parsed.error).fieldErrors);
    return Response.json({ kind: "refused", errors } satisfies SaveAnswer, { status: STATUS_OF.invalid });
  }
  try {
    const saved = await saveNarrative(actor, parsed.data);
    return Response.json({ kind: "saved", ...saved } satisfies SaveAnswer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { theirs, revision } = error.details;
    const answer: SaveAnswer = theirs
      ? {
          kind: "conflict",
          theirs: { text: theirs.text ?? "", blankReason: theirs.blankReason ?? "" },
          revision: revision ?? 0,
        }
      : { kind: "refused", errors: { "": [error.code] } };
    return Response.json(answer, { status: theirs ? STATUS_OF.conflict : STATUS_OF.invalid });
  }
}
