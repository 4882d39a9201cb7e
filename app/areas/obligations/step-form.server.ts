import { data, redirect } from "@remix-run/node";
import type { Actor, PlacedActor } from "~/kernel/actor";
import { LARGEST_FILE, storeFile } from "~/kernel/files.server";
import { formWithFiles, submit } from "~/kernel/http.server";
import { acknowledgeObligation } from "./commands/acknowledge-obligation.server";
import { blockObligation } from "./commands/block-obligation.server";
import { endObligation } from "./commands/end-obligation.server";
import { passOnObligation } from "./commands/pass-on-obligation.server";
import { reDateObligation } from "./commands/re-date-obligation.server";
import { rejectObligation } from "./commands/reject-obligation.server";
import { reportObligation } from "./commands/report-obligation.server";
import { startObligation, unblockObligation } from "./commands/start-obligation.server";
import { verifyObligation } from "./commands/verify-obligation.server";
import { PassOn, PlainStep, ReasonedStep, ReDate, Report, type Which } from "./schema";

/**
 * Takes the form of one step, whichever it is (`do`), to its command, and goes back to `back`. Steps of the issuer and
 * passing on are refused to an officer by the ability; they need an actor that stands in a place.
 */
export async function submitStep(request: Request, actor: Actor, which: Which, back: string) {
  const form = await formWithFiles(request, LARGEST_FILE + 1);
  const run = async (work: Promise<unknown>) => {
    await work;
    return redirect(back);
  };
  switch (form.get("do")) {
    case "acknowledge":
      return submit(request, PlainStep, () => run(acknowledgeObligation(actor, which)), form);
    case "start":
      return submit(request, PlainStep, (input) => run(startObligation(actor, which, input)), form);
    case "unblock":
      return submit(request, PlainStep, (input) => run(unblockObligation(actor, which, input)), form);
    case "block":
      return submit(request, ReasonedStep, (input) => run(blockObligation(actor, which, input)), form);
    case "report-done": {
      const file = form.get("file");
      form.delete("file");
      return submit(
        request,
        Report,
        async (input) => {
          const given = file instanceof File && file.size > 0 ? file : null;
          const stored = given
            ? await storeFile(new Uint8Array(await given.arrayBuffer()), given.name)
            : undefined;
          return run(reportObligation(actor, which, input, stored));
        },
        form,
      );
    }
    case null:
    default:
      return isPlaced(actor)
        ? submitPlacedStep(request, actor, which, form, run)
        : data(null, { status: 400 });
  }
}

function isPlaced(actor: Actor): actor is PlacedActor {
  return actor.place !== undefined;
}

async function submitPlacedStep(
  request: Request,
  actor: PlacedActor,
  which: Which,
  form: FormData,
  run: (work: Promise<unknown>) => Promise<Response>,
) {
  const what = form.get("do");
  switch (what) {
    case "pass-on":
      return submit(request, PassOn, (input) => run(passOnObligation(actor, which, input)), form);
    case "verify":
      return submit(request, PlainStep, (input) => run(verifyObligation(actor, which, input)), form);
    case "reject":
      return submit(request, ReasonedStep, (input) => run(rejectObligation(actor, which, input)), form);
    case "re-date":
      return submit(request, ReDate, (input) => run(reDateObligation(actor, which, input)), form);
    case "withdraw":
    case "set-not-applicable":
      return submit(request, ReasonedStep, (input) => run(endObligation(actor, which, what, input)), form);
    case null:
    default:
      return data(null, { status: 400 });
  }
}
