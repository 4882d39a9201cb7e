import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRole } from "~/actor.server";
import { handOutPersonFile } from "~/areas/network/commands/files/hand-out-person-file.server";
import { ownFileResponse } from "~/kernel/files.server";
import { answering, idIn } from "~/kernel/http.server";

/** A file of a person, for those who keep the network of his county. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "file");
  return answering(async () => ownFileResponse(await handOutPersonFile(actor, id)));
}
