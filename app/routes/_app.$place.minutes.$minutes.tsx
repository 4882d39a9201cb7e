import { useForm } from "@conform-to/react";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { OfficePicker } from "~/areas/bodies/components/office-picker";
import { nameParty } from "~/areas/meetings/minutes/commands/name-party.server";
import { Attendance } from "~/areas/meetings/minutes/components/attendance";
import { MinutesHead } from "~/areas/meetings/minutes/components/minutes-head";
import { ResolutionEntry } from "~/areas/meetings/minutes/components/resolution-entry";
import type { MinutesKey } from "~/areas/meetings/minutes/minutes-messages";
import type { OwnMinutesKey } from "~/areas/meetings/own-minutes/own-minutes-messages";
import { listAddressees, nameableOffices } from "~/areas/meetings/minutes/parties.server";
import { NameParty } from "~/areas/meetings/minutes/schema";
import { getAttendance, getMinutes } from "~/areas/meetings/queries.server/minutes";
import { firstOfQueue } from "~/areas/meetings/queries.server/queue";
import { AnswerBar, AnswerWords } from "~/areas/obligations/components/answer-bar";
import { listIssuances } from "~/areas/obligations/queries.server";
import { may } from "~/kernel/authorize";
import { formOf, idFrom, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "minutes");
  const { today } = args.context.scope;
  const { searchParams } = new URL(args.request.url);
  const mayName = may(actor, "name-party", "Minutes");
  const isDone = searchParams.has("done");
  const found = await reading(actor, async (db) => {
    const minutes = await getMinutes(db, actor.place.id, id);
    const isOpen = minutes.resolutions.some(({ parties }) =>
      parties.some((party) => party.kind === "vague" && !party.namedAt),
    );
    const known = isOpen && mayName ? await listAddressees(db, actor.place, today) : null;
    return {
      minutes,
      next: isDone && may(actor, "import", "Minutes") ? await firstOfQueue(db, actor.place.id) : null,
      attendance: await getAttendance(db, actor.place.id, id),
      answers: (await listIssuances(db, actor.place.id, { filter: "all", recordId: id }, today, 200)).rows,
      offices: known ? nameableOffices(known) : [],
    };
  });
  return {
    ...found,
    place: actor.place.id,
    office: { level: actor.place.level, nameFa: actor.place.nameFa, nameEn: actor.place.nameEn },
    mayName,
    again: searchParams.has("again"),
    done: isDone,
    updated: searchParams.has("updated"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "minutes");
  const form = await formOf(args.request);
  const partyId = idFrom(form.get("party"));
  return submit(
    args.request,
    NameParty,
    async (input) => {
      await nameParty(actor, partyId, input);
      return redirect(`/${actor.place.id}/minutes/${id}`);
    },
    form,
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "minutes.title", {}, data?.minutes.title);

export default function MinutesPage() {
  const {
    minutes,
    attendance,
    next,
    answers,
    offices,
    place,
    office,
    mayName,
    again,
    done,
    updated,
    requestId,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MinutesKey | OwnMinutesKey>();
  const byId = new Map(answers.map((row) => [row.id, row]));
  return (
    <>
      <MinutesHead
        minutes={minutes}
        back={`/${place}/minutes`}
        office={office}
        actions={
          <>
            {minutes.meetingId && (
              <LinkButton to={`/${place}/meetings/${minutes.meetingId}/minutes`} icon="notebook-text">
                {t("minutes.own.versions")}
              </LinkButton>
            )}
            <ExportButton place={place} list="minutes-text" narrowed={{ minutes: minutes.id }} />
          </>
        }
      />
      {again && (
        <div className="mb-4">
          <Notice>{t("minutes.again.issued")}</Notice>
        </div>
      )}
      {updated && (
        <div className="mb-4">
          <Notice live>{t("minutes.twin.issued-updated")}</Notice>
        </div>
      )}
      {done && (
        <div className="mb-4">
          <Notice live>{t("minutes.page.done", { count: minutes.resolutions.length })}</Notice>
          {next && (
            <div className="mt-2">
              <LinkButton
                to={`/${place}/minutes/review/${next}?show=attention`}
                kind="primary"
                icon="list-checks"
              >
                {t("minutes.queue.go-on")}
              </LinkButton>
            </div>
          )}
        </div>
      )}
      <Attendance {...attendance} />
      <Section title={t("minutes.page.resolutions")} bare>
        <ol className="rounded-card border border-line-2 bg-sheet">
          {minutes.resolutions.map((resolution) => {
            const row = byId.get(resolution.id);
            return (
              <ResolutionEntry
                key={resolution.id}
                resolution={resolution}
                answers={row && <AnswerBar answers={row} />}
                words={row && <AnswerWords answers={row} />}
                action={
                  row && (
                    <LinkButton to={`/${place}/obligations?source=${resolution.id}`} size="small">
                      {t("minutes.page.see-answers")}
                    </LinkButton>
                  )
                }
                naming={(party) =>
                  mayName && (
                    <NamingForm party={party} offices={offices} requestId={requestId} answer={answer} />
                  )
                }
              />
            );
          })}
        </ol>
      </Section>
    </>
  );
}

function NamingForm({
  party,
  offices,
  requestId,
  answer,
}: {
  party: string;
  offices: Parameters<typeof OfficePicker>[0]["offices"];
  requestId: string;
  answer: ReturnType<typeof useActionData<typeof action>>;
}) {
  const t = useT<MinutesKey>();
  const mine = answer?.result.initialValue?.["party"] === party ? answer : undefined;
  const [form, fields] = useForm<{ officeIds: string[] }>({
    id: `name-${party}`,
    lastResult: mine?.result,
  });
  return (
    <details className="mt-2" open={mine !== undefined}>
      <summary className="cursor-pointer text-second font-[550] text-teal">{t("minutes.name.title")}</summary>
      <div className="mt-3">
        <Form
          form={form}
          requestId={requestId}
          refusal={mine?.refusal}
          labels={{ officeIds: t("minutes.name.title") }}
        >
          <input type="hidden" name="party" value={party} />
          <OfficePicker field={fields.officeIds} offices={offices} help={t("minutes.name.help")} />
          <FormActions>
            <SubmitButton>{t("minutes.name.submit")}</SubmitButton>
          </FormActions>
        </Form>
      </div>
    </details>
  );
}
