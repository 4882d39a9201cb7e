import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { JOIN_LINK_DAYS, JOIN_REQUEST_STATES } from "~/areas/network/choices";
import { openJoinLink } from "~/areas/network/commands/open-join-link.server";
import { LinkList } from "~/areas/network/components/join/link-list";
import { RequestList } from "~/areas/network/components/join/request-list";
import { OpenJoinLink } from "~/areas/network/schema/join";
import { NetworkTabs } from "~/areas/network/components/network-tabs";
import type { NetworkKey } from "~/areas/network/messages";
import { listJoinLinks, listJoinRequests } from "~/areas/network/queries.server/joining";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { FilterChips } from "~/ui/filter-chips";
import { Form } from "~/ui/form/form";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";

/** Requests to join, and the forms by which they come. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const url = new URL(args.request.url).searchParams;
  const state = JOIN_REQUEST_STATES.find((one) => one === url.get("state")) ?? "waiting";
  const done = (["accepted", "declined"] as const).find((one) => one === url.get("done"));
  const { id } = actor.place;
  const page = await reading(actor, async (db) => ({
    requests: await listJoinRequests(db, id, state, url.get("after")),
    links: await listJoinLinks(db, id, args.context.scope.today),
  }));
  return {
    ...page,
    state,
    done,
    isLater: url.has("after"),
    place: id,
    base: `/${id}/network`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, OpenJoinLink, async (input) => {
    const { id } = await openJoinLink(actor, input);
    return redirect(`/${actor.place.id}/network/joining/forms/${id}?opened`);
  });
}

export default function JoiningPage() {
  const { requests, links, state, done, isLater, place, base, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const here = `${base}/joining`;
  const of = (one: string) => (one === "waiting" ? here : `${here}?state=${one}`);
  const [form, fields] = useForm<{ name: string; days: string }>({
    lastResult: answer?.result,
    defaultValue: { days: "30" },
  });
  return (
    <>
      <PageHeader
        title={t("network.join.waiting")}
        actions={<ExportButton place={place} list="joining" narrowed={{ state }} />}
      />
      <NetworkTabs base={base} current="joining" keeps />
      {done && (
        <div className="mb-4">
          <Notice live title={t(`network.join.done.${done}`)} />
        </div>
      )}
      <FilterChips
        label={t("network.join.states")}
        chips={JOIN_REQUEST_STATES.map((one) => ({
          to: of(one),
          label: t(`network.join.state.${one}`),
          active: one === state,
        }))}
      />
      <RequestList requests={requests.rows} state={state} base={base} />
      {(requests.next || isLater) && (
        <Pager
          previous={isLater ? of(state) : undefined}
          next={requests.next ? `${here}?state=${state}&after=${requests.next}` : undefined}
        />
      )}
      <Section title={t("network.relocations")}>
        <p className="mb-3 max-w-160 text-second text-ink-2">{t("network.relocations.lead")}</p>
        <p>
          <LinkButton to={`${base}/relocations`}>{t("network.relocation.see")}</LinkButton>
        </p>
      </Section>
      <Section title={t("network.join")}>
        <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.join.intro")}</p>
        <LinkList links={links} base={here} />
        <div className="mt-6 max-w-160 print:hidden">
          <Form
            form={form}
            labels={{ name: t("network.join.link.name"), days: t("network.join.link.days") }}
            requestId={requestId}
            refusal={answer?.refusal}
          >
            <TextField field={fields.name} optional help={t("network.join.link.name.help")} />
            <Select
              field={fields.days}
              empty={false}
              width="medium"
              options={JOIN_LINK_DAYS.map((days) => ({
                value: days,
                label: t(`network.join.link.days.${days}`),
              }))}
            />
            <div>
              <SubmitButton icon="qr-code">{t("network.join.link.open")}</SubmitButton>
            </div>
          </Form>
        </div>
      </Section>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.join.waiting");
