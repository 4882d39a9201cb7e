import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Actor } from "~/kernel/actor";
import { LARGEST_FILE, storeOwnFile } from "~/kernel/files.server";
import { chosenFile, formWithFiles, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { acknowledgeObligation } from "../commands/acknowledge-obligation.server";
import { askAnotherDay } from "../commands/ask-another-day.server";
import { blockObligation } from "../commands/block-obligation.server";
import { endObligation } from "../commands/end-obligation.server";
import { passOnObligation } from "../commands/pass-on-obligation.server";
import { reDateObligation } from "../commands/re-date-obligation.server";
import { rejectObligation } from "../commands/reject-obligation.server";
import { reportObligation } from "../commands/report-obligation.server";
import { startObligation, unblockObligation } from "../commands/start-obligation.server";
import { verifyObligation } from "../commands/verify-obligation.server";
import {
  AskDay,
  Block,
  NotApplicable,
  PassOn,
  PlainStep,
  ReasonedStep,
  Withdraw,
  ReDate,
  Report,
  Seen,
  Verify,
  type Which,
} from "../schema";

const steps = {
  plain: z.intersection(PlainStep, Seen),
  reasoned: z.intersection(ReasonedStep, Seen),
  withdraw: z.intersection(Withdraw, Seen),
  block: z.intersection(Block, Seen),
  askDay: z.intersection(AskDay, Seen),
  notApplicable: z.intersection(NotApplicable, Seen),
  verify: z.intersection(Verify, Seen),
  report: z.intersection(Report, Seen),
  passOn: z.intersection(PassOn, Seen),
  reDate: z.intersection(ReDate, Seen),
};

/**
 * Takes the form of one step, whichever it is (`do`), to its command, and goes back to `back`.
 */
export async function submitStep(request: Request, actor: Actor, which: Which, back: string) {
  const seen = seenBy(which);
  const form = await formWithFiles(request, LARGEST_FILE);
  if (!(form instanceof FormData)) return form;
  const run = async (work: Promise<unknown>) => {
    await work;
    return redirect(back);
  };
  switch (form.get("do")) {
    case "acknowledge":
      return submit(request, steps.plain, (input) => run(acknowledgeObligation(actor, seen(input))), form);
    case "start":
      return submit(request, steps.plain, (input) => run(startObligation(actor, seen(input), input)), form);
    case "unblock":
      return submit(request, steps.plain, (input) => run(unblockObligation(actor, seen(input), input)), form);
    case "block":
      return submit(request, steps.block, (input) => run(blockObligation(actor, seen(input), input)), form);
    case "ask-day":
      return submit(request, steps.askDay, (input) => run(askAnotherDay(actor, seen(input), input)), form);
    case "pass-on":
      return submit(request, steps.passOn, (input) => run(passOnObligation(actor, seen(input), input)), form);
    case "report-done": {
      const given = chosenFile(form.get("file"));
      form.delete("file");
      return submit(
        request,
        steps.report,
        async (input) => {
          const id = uuidv7();
          const stored = given && {
            id,
            ...(await storeOwnFile(id, new Uint8Array(await given.arrayBuffer()), given.name)),
          };
          return run(reportObligation(actor, seen(input), input, stored ?? undefined));
        },
        form,
      );
    }
    case null:
    default:
      return submitIssuersStep(request, actor, which, form, run);
  }
}

/** The obligation as the reader of the form saw it. */
const seenBy =
  (which: Which) =>
  ({ revision }: z.output<typeof Seen>): Which => ({ ...which, revision });

async function submitIssuersStep(
  request: Request,
  actor: Actor,
  which: Which,
  form: FormData,
  run: (work: Promise<unknown>) => Promise<Response>,
) {
  const seen = seenBy(which);
  const what = form.get("do");
  switch (what) {
    case "verify":
      return submit(request, steps.verify, (input) => run(verifyObligation(actor, seen(input), input)), form);
    case "reject":
      return submit(
        request,
        steps.reasoned,
        (input) => run(rejectObligation(actor, seen(input), input)),
        form,
      );
    case "re-date":
      return submit(request, steps.reDate, (input) => run(reDateObligation(actor, seen(input), input)), form);
    case "withdraw":
      return submit(
        request,
        steps.withdraw,
        (input) => run(endObligation(actor, seen(input), { how: what, input })),
        form,
      );
    case "set-not-applicable":
      return submit(
        request,
        steps.notApplicable,
        (input) => run(endObligation(actor, seen(input), { how: what, input })),
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}
