import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { getCalledMeeting } from "~/areas/meetings/invitations/queries.server";
import { INVITING_STATES } from "~/areas/meetings/invitations/inviting-states";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { closeSignUp, openSignUp } from "~/areas/meetings/sign-up/commands/open-sign-up.server";
import { declineSignUp, takeSignUps } from "~/areas/meetings/sign-up/commands/take-sign-ups.server";
import { OpenForm } from "~/areas/meetings/sign-up/components/open-form";
import { SignUpList } from "~/areas/meetings/sign-up/components/sign-up-list";
import { findSignUpPage, listSignUps, takesNames } from "~/areas/meetings/sign-up/queries.server";
import { CloseSignUp, DeclineSignUp, OpenSignUp, TakeSignUps } from "~/areas/meetings/sign-up/schema";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali } from "~/lib/jalali";
import { LARGEST_PAGE } from "~/lib/paging";
import type { AppKey } from "~/messages";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { qrPath } from "~/qr-path.server";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Columns } from "~/ui/columns";
import { CopyLine } from "~/ui/copy-line";
import { DateText } from "~/ui/date-text";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Poster } from "~/ui/poster";
import { Section } from "~/ui/section";

/** Places that are offered for a page that nobody has opened. */
const USUAL_CAPACITY = 100;

/** The public sign-up of a meeting: its address and poster, and who put his name down. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "representative", "provincial-expert");
  const meetingId = idIn(args.params, "meetingId");
  const { place } = actor;
  const { today } = args.context.scope;
  const asked = new URL(args.request.url).searchParams;
  const cursor = asked.get("after");
  const { meeting, page, names } = await reading(actor, async (db) => ({
    meeting: await getCalledMeeting(db, place.id, meetingId),
    page: await findSignUpPage(db, place.id, meetingId),
    names: await listSignUps(db, place.id, meetingId, cursor, LARGEST_PAGE),
  }));
  const address = page && linkFor(args.request, `/sign-up/${page.token}`);
  const number = (name: string) => (asked.has(name) ? Number(asked.get(name)) || 0 : null);
  return {
    meeting,
    page,
    names,
    isOpen: page !== null && takesNames(page, meeting, today),
    isPublic: meeting.kind === "among-people",
    isAnnounced: meeting.kind === "among-people" && meeting.state === "announced" && meeting.heldOn >= today,
    mayTake: INVITING_STATES.includes(meeting.state),
    link: address === null ? null : { address, qr: qrPath(address) },
    capacity: page?.capacity ?? USUAL_CAPACITY,
    // The last day that may be offered is that of the meeting.
    until: page && page.until >= today ? page.until : meeting.heldOn,
    taken: number("taken"),
    over: number("over") ?? 0,
    isDeclined: asked.has("declined"),
    isLater: cursor !== null,
    isCounty: place.level === "county",
    place: place.id,
    back: `/${place.id}/meetings/${meetingId}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  const { request } = args;
  const here = `/${actor.place.id}/meetings/${meetingId}/sign-up`;
  const form = await formOf(request);
  switch (form.get("do")) {
    case "open":
      return submit(
        request,
        OpenSignUp,
        async (input) => {
          await openSignUp(actor, meetingId, input);
          return redirect(here);
        },
        form,
      );
    case "close":
      return submit(
        request,
        CloseSignUp,
        async (input) => {
          await closeSignUp(actor, meetingId, input);
          return redirect(here);
        },
        form,
      );
    case "take":
      return submit(
        request,
        TakeSignUps,
        async () => {
          const { taken, over } = await takeSignUps(actor, meetingId);
          return redirect(`${here}?taken=${taken}&over=${over}`);
        },
        form,
      );
    case "decline":
      return submit(
        request,
        DeclineSignUp,
        async (input) => {
          await declineSignUp(actor, meetingId, input);
          return redirect(`${here}?declined`);
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export default function SignUpsPage() {
  const { meeting, page, names, link, requestId, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey | AppKey>();
  const { locale } = useLocale();
  const errorText = useErrorText();
  const sent = answer?.result.initialValue?.do;
  const refused =
    sent !== "open"
      ? Object.values(answer?.result.error ?? {}).flatMap((errors) => errors ?? [])[0]
      : undefined;
  const divisionName = locale === "fa" ? meeting.divisionFa : meeting.divisionEn;
  const placeName =
    meeting.divisionLevel === "county" ? t("app.place.county", { name: divisionName }) : divisionName;
  const opening = (
    <OpenForm
      until={data.until}
      capacity={data.capacity}
      word={t(
        page === null
          ? "meetings.sign-up.open"
          : page.isClosed
            ? "meetings.sign-up.reopen"
            : "meetings.sign-up.change",
      )}
      requestId={requestId}
      answer={sent === "open" ? answer : undefined}
    />
  );
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          back={{ to: data.back, label: meeting.title }}
          title={t("meetings.sign-up")}
          state={
            page && (
              <Chip icon={data.isOpen ? "check" : "ban"}>
                {t(data.isOpen ? "meetings.sign-up.opened" : "meetings.sign-up.is-closed")}
              </Chip>
            )
          }
          meta={
            <>
              <DateText iso={meeting.heldOn} style="weekday" />
              {page && (
                <span>
                  {localDigits(
                    t("meetings.sign-up.figures", {
                      came: String(page.came),
                      count: page.capacity,
                    }),
                    locale,
                  )}
                </span>
              )}
            </>
          }
          actions={
            meeting.state === "in-session" ? (
              <LinkButton to={`${data.back}/attendance`} icon="list-checks">
                {t("meetings.sign-up.mark")}
              </LinkButton>
            ) : undefined
          }
        />
        {refused && (
          <div className="mb-4">
            <Notice kind="brick" live title={errorText(refused)} />
          </div>
        )}
        {data.taken !== null && !answer && (
          <div className="mb-4">
            <Notice live title={t("meetings.sign-up.taken", { count: data.taken })}>
              {data.over > 0 && t("meetings.sign-up.taken.over", { count: data.over })}
            </Notice>
          </div>
        )}
        {data.isDeclined && !answer && (
          <div className="mb-4">
            <Notice live title={t("meetings.sign-up.declined")} />
          </div>
        )}
      </div>
      {page === null ? (
        <div className="max-w-120">
          <p className="mb-4 text-body">{t("meetings.sign-up.lead")}</p>
          {data.isAnnounced ? (
            opening
          ) : (
            <Notice>
              {t(data.isPublic ? "meetings.sign-up.only-announced" : "meetings.sign-up.not-public")}
            </Notice>
          )}
        </div>
      ) : (
        <Columns
          side={
            <>
              {data.isOpen && link && (
                <Section title={t("meetings.sign-up.poster")}>
                  <Poster
                    qr={link.qr}
                    qrLabel={t("meetings.sign-up.qr")}
                    address={link.address}
                    place={placeName}
                    title={t("meetings.sign-up.poster.title")}
                    name={
                      <>
                        <bdi>{meeting.title}</bdi>
                        <span className="block">
                          <DateText iso={meeting.heldOn} style="weekday" />
                          {meeting.startsAt && <> · {localDigits(meeting.startsAt, locale)}</>}
                        </span>
                        {meeting.place && <bdi className="block">{meeting.place}</bdi>}
                      </>
                    }
                    how={t("meetings.sign-up.poster.how")}
                    or={t("meetings.sign-up.poster.or")}
                    promise={t("meetings.sign-up.poster.promise")}
                    until={t("meetings.sign-up.poster.until", {
                      date: formatJalali(page.until, locale, "long"),
                    })}
                    print={t("meetings.sign-up.poster.print")}
                  />
                </Section>
              )}
              <div className="mt-6 print:hidden">
                {data.isOpen && link && (
                  <Section title={t("meetings.sign-up.address")}>
                    <CopyLine text={link.address} label={t("meetings.sign-up.address")} />
                    <p className="mt-4 mb-3 text-second text-ink-2">{t("meetings.sign-up.close.help")}</p>
                    <PlainForm method="post">
                      <input type="hidden" name="requestId" value={requestId} />
                      <input type="hidden" name="revision" value={page.revision} />
                      <Button name="do" value="close" kind="danger-outline" size="small">
                        {t("meetings.sign-up.close")}
                      </Button>
                    </PlainForm>
                  </Section>
                )}
                {data.isAnnounced && (
                  <Section title={t(page.isClosed ? "meetings.sign-up.reopen" : "meetings.sign-up.change")}>
                    {opening}
                  </Section>
                )}
              </div>
            </>
          }
        >
          <div className="print:hidden">
            {data.mayTake && page.waiting > 0 && (
              <div className="mb-4">
                <Notice
                  kind="saffron"
                  title={t("meetings.sign-up.waiting", { count: page.waiting })}
                  action={
                    <PlainForm method="post">
                      <input type="hidden" name="requestId" value={requestId} />
                      <Button name="do" value="take" kind="primary" icon="user-plus" size="small">
                        {t("meetings.sign-up.take")}
                      </Button>
                    </PlainForm>
                  }
                >
                  {t("meetings.sign-up.take.help")}
                </Notice>
              </div>
            )}
            <SignUpList names={names} data={data} requestId={requestId} />
          </div>
        </Columns>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.sign-up");
