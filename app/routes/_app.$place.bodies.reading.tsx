import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { teachName } from "~/areas/bodies/commands/teach-name.server";
import { BodiesTabs } from "~/areas/bodies/components/bodies-tabs";
import { ReadingResult, TeachForm, TryForm } from "~/areas/bodies/components/reading-forms";
import { listBodyChoices } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { listGroups } from "~/areas/bodies/queries.server";
import { readName } from "~/areas/bodies/reading.server";
import { TeachName, TryName } from "~/areas/bodies/schema";
import { may } from "~/kernel/authorize";
import { formOf, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const choices = await reading(actor, async (db) => ({
    groups: await listGroups(db),
    bodies: await listBodyChoices(db),
  }));
  return {
    ...choices,
    base: `/${place.id}/bodies`,
    isNation: place.level === "nation",
    mayTeach: may(actor, "teach", "WrittenName"),
    requestId: uuidv7(),
  };
}

/** Reads a written name, or learns whom it means and reads it again. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const form = await formOf(args.request);
  const { today } = args.context.scope;
  const read = (written: string) => reading(actor, (db) => readName(db, actor.place, written, today));
  if (form.get("do") === "teach") {
    const teach = async (input: TeachName) => {
      await teachName(actor, input);
      return { found: await read(input.written), learnt: true };
    };
    return submit(args.request, TeachName, teach, form);
  }
  return submit(
    args.request,
    TryName,
    async ({ written }) => ({ found: await read(written), learnt: false }),
    form,
  );
}

export default function ReadingPage() {
  const { groups, bodies, base, isNation, mayTeach, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const found = answer && "found" in answer ? answer : undefined;
  const refused = answer && "result" in answer ? answer : undefined;
  const t = useT<BodiesKey>();
  return (
    <>
      <PageHeader title={t("bodies.title")} meta={t("bodies.reading.lead")} />
      <BodiesTabs base={base} current="reading" isNation={isNation} />
      {found?.learnt && (
        <div className="mb-4">
          <Notice live title={t("bodies.reading.learnt")} />
        </div>
      )}
      <TryForm written={found?.found.written ?? ""} answer={refused} />
      {found && <ReadingResult found={found.found} base={base} />}
      {mayTeach && (found ?? refused) && (
        <TeachForm
          key={found?.found.written}
          // Several names read at once are no spelling of one body: which of them is meant has to be said.
          written={found && found.found.parties.length === 1 ? found.found.written : ""}
          groups={groups}
          bodies={bodies}
          requestId={requestId}
          answer={refused}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<BodiesKey>(matches, "bodies.tab.reading");
