import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { figuresOf, findAbolition, placesOf } from "~/areas/bodies/abolition/queries.server";
import { isStuck } from "~/areas/bodies/abolition/stuck";
import { mayTakeBack, takeBackUntil } from "~/areas/bodies/abolition/taking-back";
import { nameHeir } from "~/areas/bodies/commands/name-heir.server";
import { resumeAbolition } from "~/areas/bodies/commands/resume-abolition.server";
import { takeBackAbolition } from "~/areas/bodies/commands/take-back-abolition.server";
import { AbolitionFigureRow, AbolitionRunning } from "~/areas/bodies/components/abolition-progress";
import { HeirForm, StoppedForm, TakeBackForm } from "~/areas/bodies/components/heir-form";
import { findOfficeOf, listBodyChoices } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { listOffices } from "~/areas/bodies/queries.server";
import { NameHeir, TakeBack } from "~/areas/bodies/schema";
import { may } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali, todayIn } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Chip, type ChipLook } from "~/ui/chip";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "abolition");
  const { place } = actor;
  const { today } = args.context.scope;
  const page = await reading(actor, async (db) => {
    const abolition = await findAbolition(db, place.ancestors, id);
    const isOwn = abolition.divisionId === place.id;
    const figures = await figuresOf(db, place, abolition);
    const mayDecide = isOwn && may(actor, "decide", "Abolition", abolition);
    const mayName = mayDecide && abolition.state === "done" && (!abolition.heirId || figures.waiting > 0);
    const heirs = !mayName
      ? []
      : abolition.onlyHere
        ? (await listOffices(db, place.id, today)).map((office) => ({ ...office, id: office.organisationId }))
        : await listBodyChoices(db);
    const { byKey: _by, undoneByKey: _undoneBy, ...shown } = abolition;
    return {
      abolition: shown,
      isOwn,
      mayName,
      mayResume: mayDecide && isStuck(abolition, now()),
      heirs: heirs.map(({ id: heirId, nameFa, nameEn }) => ({ id: heirId, nameFa, nameEn })),
      figures,
      total: isOwn ? (await placesOf(db, abolition)).length : 0,
      office: (await findOfficeOf(db, place.id, abolition.organisationId)) ?? null,
    };
  });
  const mayUndo =
    page.isOwn && mayTakeBack(page.abolition, now()) && may(actor, "decide", "Abolition", page.abolition);
  return {
    ...page,
    mayUndo,
    until: todayIn(takeBackUntil(page.abolition)),
    place: { id: place.id, nameFa: place.nameFa, nameEn: place.nameEn },
    isCounty: place.level === "county",
    requestId: uuidv7(),
  };
}

/** Names the heir of what waits, takes the act back, or lets one that stopped go on. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "abolition");
  const form = await formOf(args.request);
  const here = `/${actor.place.id}/bodies/abolitions/${id}`;
  if (form.get("do") === "take-back") {
    const takeBack = async () => {
      await takeBackAbolition(actor, id);
      return redirect(here);
    };
    return submit(args.request, TakeBack, takeBack, form);
  }
  if (form.get("do") === "resume") {
    const resume = async () => {
      await resumeAbolition(actor, id);
      return redirect(here);
    };
    return submit(args.request, TakeBack, resume, form);
  }
  return submit(
    args.request,
    NameHeir,
    async (input) => {
      await nameHeir(actor, id, input);
      return redirect(here);
    },
    form,
  );
}

const LOOK: Record<"moving" | "done" | "undoing" | "undone", ChipLook> = {
  moving: { icon: "clock", tone: "saffron" },
  done: { icon: "check", tone: "teal" },
  undoing: { icon: "clock", tone: "saffron" },
  undone: { icon: "undo-2", tone: "neutral" },
};

export default function AbolitionPage() {
  const { abolition, figures, total, office, place, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const named = (fa: string, en: string) => (locale === "fa" ? fa : en);
  const name = named(abolition.nameFa, abolition.nameEn);
  const heir = abolition.heirFa && named(abolition.heirFa, abolition.heirEn ?? abolition.heirFa);
  const bodies = `/${place.id}/bodies`;
  const dictionary = `${bodies}/dictionary`;
  const here = named(place.nameFa, place.nameEn);
  const isRunning = abolition.state === "moving" || abolition.state === "undoing";
  const to = (id: string, label: string) => (
    <Link to={`${dictionary}/${id}`} className="inline-flex min-h-6 items-center text-teal hover:underline">
      {label}
    </Link>
  );
  const pressed = answer?.result.initialValue?.do;
  const said = pressed === "take-back" || pressed === "resume" ? pressed : "heir";
  return (
    <>
      <PageHeader
        back={
          office
            ? { to: `${bodies}/${office.id}`, label: name }
            : { to: `${dictionary}/${abolition.organisationId}`, label: name }
        }
        title={
          heir ? t("bodies.end.title.merged", { name, heir }) : t("bodies.end.title.abolished", { name })
        }
        state={<Chip {...LOOK[abolition.state]}>{t(`bodies.end.state.${abolition.state}`)}</Chip>}
        meta={
          <span>
            {abolition.onlyHere || abolition.divisionId !== 0
              ? t("bodies.end.scope.here", { place: here })
              : t("bodies.end.scope.all")}
          </span>
        }
      />
      {isRunning && data.isOwn && (
        <AbolitionRunning done={figures.places} total={total} here={`${bodies}/abolitions/${abolition.id}`} />
      )}
      {data.mayResume && (
        <StoppedForm requestId={data.requestId} answer={said === "resume" ? answer : undefined} />
      )}
      <Facts
        facts={[
          { label: t("bodies.page"), value: to(abolition.organisationId, name) },
          {
            label: t("bodies.end.heir"),
            value: abolition.heirId && heir ? to(abolition.heirId, heir) : null,
          },
          { label: t("bodies.end.on"), value: <DateText iso={abolition.endedOn} /> },
          {
            label: t("bodies.end.order"),
            value: abolition.orderNumber && <Code>{abolition.orderNumber}</Code>,
          },
          {
            label: t("bodies.end.reason"),
            value: (
              <span dir="auto" className="block w-fit whitespace-pre-wrap">
                {abolition.reason}
              </span>
            ),
          },
          { label: t("bodies.end.by"), value: abolition.byName },
          {
            label: t("bodies.end.undone-by"),
            value: abolition.undoneByName && (
              <>
                {abolition.undoneByName}
                <span className="block text-ink-3">
                  <InstantText instant={abolition.stateSince} />
                </span>
              </>
            ),
          },
        ]}
      />
      <AbolitionFigureRow
        figures={figures}
        title={data.isCounty ? t("bodies.end.moved") : t("bodies.end.moved.here", { place: here })}
      />
      {figures.waiting > 0 && !data.mayName && abolition.state === "done" && (
        <div className="max-w-160">
          <Notice kind="saffron" title={t("bodies.end.waiting", { count: figures.waiting })}>
            {t(data.isOwn ? "bodies.end.waiting.text" : "bodies.end.waiting.above")}
          </Notice>
        </div>
      )}
      {data.mayName && (
        <HeirForm
          heirs={data.heirs}
          waiting={figures.waiting}
          requestId={data.requestId}
          answer={said === "heir" ? answer : undefined}
        />
      )}
      {data.mayUndo && (
        <TakeBackForm
          until={formatJalali(data.until, locale)}
          requestId={data.requestId}
          answer={said === "take-back" ? answer : undefined}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.end.page", {}, data?.abolition.nameFa);
