import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerDemand } from "~/areas/demands/commands/answer-demand.server";
import { OfficeDemand } from "~/areas/demands/components/office-demand";
import type { DemandKey } from "~/areas/demands/messages";
import { getForOffice } from "~/areas/demands/queries.server";
import { AnswerDemand } from "~/areas/demands/schema";
import { ClosedDoor } from "~/areas/obligations/components/closed-door";
import { OfficeFrame } from "~/areas/obligations/components/office-frame";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { OFFICE_HEADERS, openOfficeDoor, requireOfficeDoor } from "~/office-door.server";
import { pageTitle } from "~/page-title";

export const headers: HeadersFunction = () => OFFICE_HEADERS;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, door } = await openOfficeDoor(args);
  if (!door) return data({ ...frame, door }, { status: 404 });
  const id = idIn(args.params, "demand");
  const { token, where, readOnly } = door;
  const demand = await reading(door.actor, (db) => getForOffice(db, where, id));
  return data({ ...frame, door: { token, demand, readOnly, requestId: uuidv7() } }, { status: 200 });
}

export async function action(args: ActionFunctionArgs) {
  const { token, actor } = await requireOfficeDoor(args);
  const id = idIn(args.params, "demand");
  return submit(args.request, AnswerDemand, async (input) => {
    await answerDemand(actor, id, input);
    return redirect(`/office/${token}?answered`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle<DemandKey>(matches, "demands.page"),
  { name: "robots", content: "noindex" },
];

/** One demand that waits for the office's answer. */
export default function OfficeDemandPage() {
  const { door, sample, clockSet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!door) return <ClosedDoor sample={sample} clockSet={clockSet} />;
  const { demand, token, requestId, readOnly } = door;
  const home = `/office/${token}`;
  return (
    <OfficeFrame home={home} sample={sample} clockSet={clockSet} readOnly={readOnly}>
      <OfficeDemand demand={demand} home={home} readOnly={readOnly} requestId={requestId} answer={answer} />
    </OfficeFrame>
  );
}
