import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAskToJoin } from "~/areas/identity/door.server";
import { hoursText } from "~/areas/meetings/calling/components/calling-section";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { signUp } from "~/areas/meetings/sign-up/commands/sign-up.server";
import { SignUpForm } from "~/areas/meetings/sign-up/components/sign-up-form";
import { SignUpForMeeting } from "~/areas/meetings/sign-up/schema";
import { refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { AppKey } from "~/messages";
import { pageTitle } from "~/page-title";
import { openSignUpPage } from "~/sign-up-door.server";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** The form of a meeting's poster. It says nothing of who put his name down, to nobody. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const door = await openSignUpPage(params.token ?? "");
  if (!door) return data({ page: null }, { status: 404 });
  const { meeting, page, agenda, isFull } = door;
  const { title, heldOn, startsAt, endsAt, place, divisionFa, divisionEn, divisionLevel } = meeting;
  return data({
    page: {
      meeting: { title, heldOn, startsAt, endsAt, place },
      division: { fa: divisionFa, en: divisionEn, level: divisionLevel },
      agenda,
      isFull,
      until: page.until,
      requestId: uuidv7(),
    },
    thanks: new URL(request.url).searchParams.has("thanks"),
  });
}

export async function action({ params, request, context: { scope } }: ActionFunctionArgs) {
  const door = await openSignUpPage(params.token ?? "");
  if (!door) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return submit(request, SignUpForMeeting, async (input) => {
    if (!(await mayAskToJoin(scope.address))) throw new Refusal("conflict", "meetings.sign-up.too-many");
    await signUp(door.hand, door.meeting.id, input);
    return redirect(`/sign-up/${params.token}?thanks`);
  });
}

export default function SignUpPage() {
  const found = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<MeetingsKey | AppKey>();
  const { locale } = useLocale();
  if (!found.page) {
    return (
      <>
        <PageHeader title={t("meetings.sign-up.form.closed")} />
        <Notice kind="saffron" title={t("meetings.sign-up.form.closed.text")} />
      </>
    );
  }
  const { meeting, division, agenda, isFull, until, requestId } = found.page;
  return (
    <>
      <PageHeader
        title={meeting.title}
        meta={
          <>
            <span>
              {division.level === "county"
                ? t("app.place.county", { name: division[locale] })
                : division[locale]}
            </span>
            <span>{t("meetings.sign-up.form.title")}</span>
          </>
        }
      />
      <div className="mb-6">
        <Facts
          facts={[
            { label: t("calling.field.day"), value: <DateText iso={meeting.heldOn} style="weekday" /> },
            { label: t("meetings.field.starts-at"), value: hoursText(meeting, locale, t) },
            { label: t("meetings.sign-up.form.where"), value: meeting.place },
            { label: t("meetings.sign-up.until"), value: <DateText iso={until} style="weekday" /> },
          ]}
        />
        {agenda.length > 0 && (
          <section className="mt-4">
            <h2 className="mb-1 text-item">{t("meetings.sign-up.form.agenda")}</h2>
            <ul className="list-disc ps-5 text-body">
              {agenda.map((title) => (
                <li key={title}>
                  <bdi>{title}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {found.thanks && !answer ? (
        <Notice live title={t("meetings.sign-up.form.thanks")}>
          {t("meetings.sign-up.form.thanks.text")}
        </Notice>
      ) : isFull && !answer ? (
        <Notice kind="saffron" title={t("meetings.sign-up.full")}>
          {t("meetings.sign-up.full.text")}
        </Notice>
      ) : (
        <SignUpForm requestId={requestId} answer={answer} />
      )}
    </>
  );
}

export const headers = () => ({ "cache-control": "no-store", "x-robots-tag": "noindex" });

export const meta: MetaFunction = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.sign-up.form.title");
