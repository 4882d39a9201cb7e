import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/actor.server";
import { getFinding } from "~/areas/visits/queries.server";
import { ownFileResponse } from "~/kernel/files.server";
import { answering, idIn, reading } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";

/** The picture of a finding, for whoever reads the report it stands in. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "finding");
  const { fileName, fileType } = await reading(actor, (db) => getFinding(db, actor.place, id));
  return answering(() => {
    if (!fileName || !fileType) throw new Refusal("missing", "refusal.missing");
    return ownFileResponse({ id, name: fileName, type: fileType });
  });
}
