import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OfficeDemands } from "~/areas/demands/components/office-demands";
import type { DemandKey } from "~/areas/demands/messages";
import { listForOffice } from "~/areas/demands/queries.server";
import { seeMessages } from "~/areas/obligations/commands/see-messages.server";
import { ClosedDoor } from "~/areas/obligations/components/closed-door";
import { DoorRows } from "~/areas/obligations/components/door-rows";
import { DoorMessages } from "~/areas/obligations/components/door-messages";
import { OfficeFrame } from "~/areas/obligations/components/office-frame";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { messagesOfOffice } from "~/areas/obligations/chasing/office-messages.server";
import { countInTray } from "~/areas/obligations/in-tray/in-tray.server";
import { listOfOffice } from "~/areas/obligations/queries.server";
import { reading } from "~/kernel/http.server";
import { OFFICE_HEADERS, openOfficeDoor, requireOfficeDoor } from "~/office-door.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { Pager } from "~/ui/pager";
import { PageHeader } from "~/ui/page-header";

export const headers: HeadersFunction = () => OFFICE_HEADERS;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, door } = await openOfficeDoor(args);
  if (!door) return data({ ...frame, door }, { status: 404 });
  const { token, office, where, readOnly } = door;
  const asked = new URL(args.request.url).searchParams;
  const [after, over] = [asked.get("after"), asked.get("over")];
  const { open, closed, counts, demands, messages } = await reading(door.actor, async (db) => ({
    open: await listOfOffice(db, where, { part: "open", after }),
    closed: await listOfOffice(db, where, { part: "closed", after: over }),
    counts: await countInTray(db, where, args.context.scope.today),
    demands: await listForOffice(db, where),
    messages: await messagesOfOffice(db, where),
  }));
  const answered = asked.has("answered");
  const lists = { open, closed, isLater: after !== null, isOver: over !== null, over: counts.closed };
  return data(
    { ...frame, door: { token, office, ...lists, demands, messages, answered, readOnly } },
    { status: 200 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { token, actor } = await requireOfficeDoor(args);
  await seeMessages(actor);
  return redirect(`/office/${token}`);
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageTitle(matches, "obligations.title"),
  { name: "robots", content: "noindex" },
];

export default function OfficeDoor() {
  const { door, sample, clockSet } = useLoaderData<typeof loader>();
  const t = useT<ObligationsKey | DemandKey>();
  const { locale } = useLocale();
  if (!door) return <ClosedDoor sample={sample} clockSet={clockSet} />;
  const base = `/office/${door.token}`;
  const office = locale === "fa" ? door.office.nameFa : door.office.nameEn;
  const { open, closed } = door;
  const list = (rows: typeof open.rows) => <DoorRows rows={rows} base={base} />;
  return (
    <OfficeFrame home={base} sample={sample} clockSet={clockSet} readOnly={door.readOnly}>
      <PageHeader title={t("obligations.door.title", { office })} meta={t("obligations.door.lead")} />
      {door.answered && (
        <div className="mb-4">
          <Notice live title={t("demands.answer-saved")} />
        </div>
      )}
      <DoorMessages messages={door.messages} readOnly={door.readOnly} />
      {open.rows.length === 0 ? <EmptyState title={t("obligations.door.empty")} /> : list(open.rows)}
      <Pager
        {...(door.isLater ? { previous: base } : {})}
        {...(open.next ? { next: `${base}?after=${open.next}` } : {})}
      />
      <div className="mt-8">
        <OfficeDemands demands={door.demands} base={`${base}/demands`} />
      </div>
      {door.over > 0 && (
        <details className="mt-8" open={door.isOver}>
          <summary className="min-h-11 cursor-pointer py-2 text-section">
            {t("obligations.door.over", { count: door.over })}
          </summary>
          <div className="mt-3">{list(closed.rows)}</div>
          <Pager
            {...(door.isOver ? { previous: base } : {})}
            {...(closed.next ? { next: `${base}?over=${closed.next}` } : {})}
          />
        </details>
      )}
    </OfficeFrame>
  );
}
