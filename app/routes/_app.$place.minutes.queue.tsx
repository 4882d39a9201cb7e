import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { acceptAllSure } from "~/areas/meetings/minutes/commands/accept-sure.server";
import { MinutesQueue } from "~/areas/meetings/minutes/components/minutes-queue";
import { AcceptSure } from "~/areas/meetings/minutes/schema";
import {
  firstOfQueue,
  listKnownFiles,
  listQueue,
  listRefusedFiles,
  queueProgress,
} from "~/areas/meetings/queries.server/queue";
import { authorize } from "~/kernel/authorize";
import { formOf, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";

/** A figure of the address, shown back to its reader alone. */
const countIn = (params: URLSearchParams, name: string) => {
  const value = params.get(name) ?? "";
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { searchParams } = new URL(args.request.url);
  const after = searchParams.get("after");
  const found = await reading(actor, async (db) => {
    authorize(actor, "import", "Minutes");
    // The list after the progress: when all is told to be read, no row of it is missing and the page looks no more.
    const progress = await queueProgress(db, actor.place.id);
    return {
      progress,
      page: await listQueue(db, actor.place.id, after),
      refused: await listRefusedFiles(db, actor.place.id),
      known: await listKnownFiles(db, actor.place.id),
      first: await firstOfQueue(db, actor.place.id),
    };
  });
  return {
    ...found,
    after,
    base: `/${actor.place.id}/minutes`,
    accepted: countIn(searchParams, "accepted"),
    brought: countIn(searchParams, "brought"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formOf(args.request);
  if (form.get("do") !== "accept") return data(null, { status: 400 });
  return submit(
    args.request,
    AcceptSure,
    async () => {
      const { count } = await acceptAllSure(actor);
      return redirect(`/${actor.place.id}/minutes/queue?accepted=${count}`);
    },
    form,
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "minutes.queue.title");

export default function QueueOfMinutes() {
  const answer = useActionData<typeof action>();
  return <MinutesQueue {...useLoaderData<typeof loader>()} refusal={answer?.refusal} />;
}
