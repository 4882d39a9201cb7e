import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { addMeetingType } from "~/areas/meetings/calling/commands/add-meeting-type.server";
import { AddMeetingType } from "~/areas/meetings/calling/schema";
import { TypeForm } from "~/areas/meetings/calling/components/type-form";
import { listMeetingTypes, type MeetingTypeRow } from "~/areas/meetings/calling/types.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { may } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const types = await reading(actor, (db) => listMeetingTypes(db, actor.place));
  return {
    types,
    place: actor.place.id,
    base: `/${actor.place.id}/meetings`,
    mayAdd: may(actor, "add", "MeetingType"),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, AddMeetingType, async (input) => {
    await addMeetingType(actor, input);
    return redirect(`/${actor.place.id}/meetings/types?saved`);
  });
}

export default function MeetingTypesPage() {
  const { types, place, base, mayAdd, isSaved, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const quorum = ({ quorumKind, quorumCount }: MeetingTypeRow) =>
    quorumKind === "count"
      ? t("calling.quorum.count", { count: quorumCount ?? 0 })
      : t(`calling.quorum.${quorumKind}`);
  return (
    <>
      <PageHeader back={{ to: base, label: t("meetings.title") }} title={t("calling.types")} />
      {isSaved && (
        <div className="mb-4">
          <Notice live title={t("calling.saved")} />
        </div>
      )}
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("calling.types.text")}</p>
      <Table
        caption={t("calling.types")}
        rows={types}
        rowKey={(type) => type.code}
        columns={[
          {
            key: "name",
            header: t("calling.type.fa"),
            cell: (type) => (
              <>
                {mayAdd && type.divisionId === place && type.retiredOn === null ? (
                  <Link
                    to={`${base}/types/${type.code}`}
                    className="inline-block min-h-6 py-0.5 hover:text-teal"
                  >
                    <bdi>{type[locale]}</bdi>
                  </Link>
                ) : (
                  <bdi>{type[locale]}</bdi>
                )}
                {type.retiredOn !== null && (
                  <span className="ms-2">
                    <Chip icon="circle-slash">{t("calling.type.retired")}</Chip>
                  </span>
                )}
              </>
            ),
          },
          {
            key: "classes",
            header: t("calling.classes"),
            cell: (type) =>
              type.participants.length === 0
                ? "–"
                : listed(
                    type.participants.map((one) => t(`meetings.class.${one}`)),
                    locale,
                  ),
          },
          { key: "quorum", header: t("calling.quorum"), cell: quorum },
          {
            key: "minutes",
            header: t("calling.types.minutes"),
            numeric: true,
            cell: (type) => <Num value={type.minutesLong} column />,
          },
          {
            key: "sections",
            header: t("calling.types.sections"),
            cell: (type) =>
              listed(
                type.agenda.map((one) => one[locale]),
                locale,
              ) || "–",
          },
          {
            key: "from",
            header: t("calling.types.source"),
            noWrap: true,
            cell: ({ divisionId }) =>
              t(
                divisionId === place
                  ? "calling.types.own"
                  : divisionId === 0
                    ? "calling.types.of-nation"
                    : "calling.types.of-above",
              ),
          },
        ]}
      />
      {mayAdd && (
        <div className="mt-6 max-w-160 print:hidden">
          <Section title={t("calling.type.add")}>
            <TypeForm requestId={requestId} answer={answer} />
          </Section>
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "calling.types");
