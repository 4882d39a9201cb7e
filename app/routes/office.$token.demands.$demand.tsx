import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isStaffOver, officeByToken } from "~/actor.server";
import { answerDemand } from "~/areas/demands/commands/answer-demand.server";
import { AnswerForm } from "~/areas/demands/components/answer-form";
import type { DemandKey } from "~/areas/demands/messages";
import { getForOffice } from "~/areas/demands/queries.server";
import { AnswerDemand } from "~/areas/demands/schema";
import { ClosedDoor } from "~/areas/obligations/components/closed-door";
import { OfficeFrame } from "~/areas/obligations/components/office-frame";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { idIn, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/**
 * The address is the key: it goes to no other site as a referrer and stays in no cache. `no-referrer` would have browsers
 * without script send forms with an origin of null, which is refused.
 */
export const headers: HeadersFunction = () => ({
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
});

const missing = () => refusalResponse(new Refusal("missing", "refusal.missing"));

export async function loader({ params, context: { scope } }: LoaderFunctionArgs) {
  const frame = { sample: env().SAMPLE === "1", clockSet: clockNotice() !== undefined };
  const token = params.token ?? "";
  const door = await officeByToken(token);
  if (!door) return data({ ...frame, door: null }, { status: 404 });
  const id = idIn(params, "demand");
  const where = { divisionId: door.office.divisionId, officeId: door.office.id };
  const readOnly = isStaffOver(scope, where.divisionId);
  const demand = await reading(door.actor, (db) => getForOffice(db, where, id));
  return data({ ...frame, door: { token, demand, readOnly, requestId: uuidv7() } }, { status: 200 });
}

export async function action({ params, request, context: { scope } }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const door = await officeByToken(token);
  if (!door) throw missing();
  if (isStaffOver(scope, door.office.divisionId)) {
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  }
  const id = idIn(params, "demand");
  return submit(request, AnswerDemand, async (input) => {
    await answerDemand(door.actor, id, input);
    return redirect(`/office/${token}?answered`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle<DemandKey>(matches, "demands.page"),
  { name: "robots", content: "noindex" },
];

/** One demand that waits for the office's answer. */
export default function OfficeDemand() {
  const { door, sample, clockSet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<DemandKey>();
  if (!door) return <ClosedDoor sample={sample} clockSet={clockSet} />;
  const { demand, token, requestId } = door;
  const home = `/office/${token}`;
  return (
    <OfficeFrame home={home} sample={sample} clockSet={clockSet} readOnly={door.readOnly}>
      <PageHeader back={{ to: home, label: t("demands.office.title") }} title={demand.title} />
      <div className="max-w-180">
        <Section title={t("demands.section.demand")}>
          <Facts
            facts={[
              { label: t("demands.input.kind"), value: t(`demands.kind.${demand.kind}`) },
              { label: t("demands.input.field"), value: t(`demands.field.${demand.field}`) },
              { label: t("demands.input.locality"), value: demand.locality },
              {
                label: t("demands.column.limit"),
                value: demand.limitOn && <DateText iso={demand.limitOn} relative />,
              },
              { label: t("demands.refer.note"), value: demand.note },
            ]}
          />
        </Section>
        {!door.readOnly && (
          <Section title={t("demands.office.answer")}>
            <AnswerForm
              demandId={demand.id}
              revision={demand.revision}
              requestId={requestId}
              answer={answer}
            />
          </Section>
        )}
      </div>
    </OfficeFrame>
  );
}
