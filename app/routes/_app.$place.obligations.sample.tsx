import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { drawSample } from "~/areas/obligations/commands/draw-sample.server";
import { acceptSample, discardSample } from "~/areas/obligations/commands/settle-sample.server";
import { SourceText } from "~/areas/obligations/components/source-text";
import { StateChip } from "~/areas/obligations/components/state-chip";
import { isClosed } from "~/areas/obligations/lifecycle";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { getSamplePage } from "~/areas/obligations/sample.server";
import { DrawSample } from "~/areas/obligations/schema";
import { may } from "~/kernel/authorize";
import { formOf, idFrom, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const place = actor.place.id;
  return {
    ...(await reading(actor, (db) => getSamplePage(db, place))),
    place,
    maySample: may(actor, "sample", "Issuance"),
    done: new URL(args.request.url).searchParams.get("done") === "accepted",
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const here = `/${actor.place.id}/obligations/sample`;
  const form = await formOf(args.request);
  const intent = form.get("intent");
  if (intent === "draw")
    return submit(
      args.request,
      DrawSample,
      async (input) => {
        await drawSample(actor, input);
        return redirect(here);
      },
      form,
    );
  if (intent !== "accept" && intent !== "discard") return data(null, { status: 400 });
  const id = idFrom(form.get("sample"));
  try {
    if (intent === "discard") await discardSample(actor, id);
    else await acceptSample(actor, id);
  } catch (error) {
    if (error instanceof Refusal) throw refusalResponse(error);
    throw error;
  }
  return redirect(intent === "accept" ? `${here}?done=accepted` : here);
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ObligationsKey>(matches, "obligations.sample.title");

export default function Sample() {
  const { waiting, sample, drawn, place, maySample, done, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const ledger = `/${place}/obligations`;
  const left = drawn.filter(({ state }) => !isClosed(state)).length;
  return (
    <>
      <PageHeader
        title={t("obligations.sample.title")}
        back={{ to: `${ledger}?end=issued&filter=to-verify`, label: t("obligations.filter.to-verify") }}
        meta={t("obligations.sample.lead")}
      />
      {done && (
        <div className="mb-4 max-w-160">
          <Notice live title={t("obligations.sample.accepted")} />
        </div>
      )}
      {!sample && waiting === 0 && (
        <EmptyState title={t("obligations.sample.nothing-waits")}>
          {t("obligations.sample.nothing-waits.text")}
        </EmptyState>
      )}
      {!sample && waiting > 0 && maySample && (
        <DrawForm waiting={waiting} requestId={requestId} answer={answer} />
      )}
      {sample && (
        <>
          <p className="mb-4 max-w-160 text-second text-ink-2">
            {t("obligations.sample.of", {
              size: sample.size,
              population: sample.population,
              name: sample.drawnByName,
            })}
          </p>
          <p className="mb-4 max-w-160 text-meta text-ink-3">
            {t("obligations.sample.lot")} <Code>{sample.id}</Code>
          </p>
          <Table
            caption={t("obligations.sample.drawn")}
            rows={drawn}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "what",
                header: t("obligations.column.what"),
                cell: (row) => (
                  <Link to={`${ledger}/${row.id}`} className="block py-2 hover:text-teal sm:max-w-120">
                    <span className="line-clamp-2">
                      <bdi>{row.text}</bdi>
                    </span>
                    <span className="block text-meta font-normal text-ink-3">
                      <SourceText row={row} />
                    </span>
                  </Link>
                ),
              },
              {
                key: "who",
                header: t("obligations.column.who"),
                cell: (row) => (locale === "fa" ? row.officeFa : row.officeEn),
              },
              {
                key: "state",
                header: t("obligations.column.state"),
                phone: "bare",
                cell: (row) => <StateChip state={row.state} />,
              },
            ]}
          />
          {maySample && (
            <PlainForm method="post" className="mt-5 flex flex-wrap items-center gap-3">
              <input type="hidden" name="sample" value={sample.id} />
              <Button kind="primary" name="intent" value="accept" disabled={left > 0}>
                {t("obligations.sample.accept", { count: sample.population - sample.size })}
              </Button>
              <Button kind="quiet" name="intent" value="discard">
                {t("obligations.sample.discard")}
              </Button>
              {left > 0 && (
                <span className="text-second text-ink-3">
                  {t("obligations.sample.unfinished", { count: left })}
                </span>
              )}
            </PlainForm>
          )}
        </>
      )}
    </>
  );
}

function DrawForm({
  waiting,
  requestId,
  answer,
}: {
  waiting: number;
  requestId: string;
  answer: ReturnType<typeof useActionData<typeof action>>;
}) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ size: string }>({ id: "draw", lastResult: answer?.result });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        requestId={requestId}
        refusal={answer?.refusal}
        labels={{ size: t("obligations.sample.size") }}
      >
        <input type="hidden" name="intent" value="draw" />
        <TextField
          field={fields.size}
          digits
          width="short"
          help={t("obligations.sample.waiting", { count: waiting })}
        />
        <FormActions>
          <SubmitButton>{t("obligations.sample.draw")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
