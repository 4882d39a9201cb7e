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
import { AnswerForm } from "~/areas/demands/components/answer-form";
import type { DemandKey } from "~/areas/demands/messages";
import { getForOffice } from "~/areas/demands/queries.server";
import { AnswerDemand } from "~/areas/demands/schema";
import { ClosedDoor } from "~/areas/obligations/components/closed-door";
import { OfficeFrame } from "~/areas/obligations/components/office-frame";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { OFFICE_HEADERS, openOfficeDoor, requireOfficeDoor } from "~/office-door.server";
import { pageTitle } from "~/page-title";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

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
