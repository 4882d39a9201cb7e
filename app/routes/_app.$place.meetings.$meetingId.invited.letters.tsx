import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { Letters } from "~/areas/meetings/invitations/components/letters";
import { canMakeLinks, linkToken } from "~/areas/meetings/invitations/link.server";
import {
  getCalledMeeting,
  listAgendaTitles,
  listInvitations,
} from "~/areas/meetings/invitations/queries.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { idIn, reading } from "~/kernel/http.server";
import type { AppKey } from "~/messages";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { qrPath } from "~/qr-path.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";

/** Letters of one page: as many as a printer takes at once. */
const LETTERS = 60;

/** Invitation letters to be printed, with the personal link of each. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "representative", "provincial-expert");
  const meetingId = idIn(args.params, "meetingId");
  const { place } = actor;
  const cursor = new URL(args.request.url).searchParams.get("after");
  const { meeting, page, agenda } = await reading(actor, async (db) => ({
    meeting: await getCalledMeeting(db, place.id, meetingId),
    page: await listInvitations(db, place.id, meetingId, { cursor }, LETTERS),
    agenda: await listAgendaTitles(db, place.id, meetingId),
  }));
  const letters = page.rows
    .filter(({ kind }) => kind !== "walk-in")
    .map(({ id, number, nameFa, nameEn, roleTitle, organisation, kind, linkTurn }) => {
      const address = canMakeLinks()
        ? linkFor(args.request, `/i/${linkToken(place.id, id, linkTurn)}`)
        : null;
      const link = address === null ? null : { address, qr: qrPath(address) };
      return { id, number, nameFa, nameEn, roleTitle, organisation, kind, link };
    });
  const list = `/${place.id}/meetings/${meetingId}/invited`;
  return {
    meeting,
    letters,
    agenda,
    list,
    here: `${list}/letters`,
    today: args.context.scope.today,
    isLater: cursor !== null,
    next: page.next,
  };
}

export default function LettersPage() {
  const { meeting, letters, agenda, list, here, today, isLater, next } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey | AppKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? meeting.divisionFa : meeting.divisionEn;
  const office =
    meeting.divisionLevel === "nation" ? name : t(`app.place.${meeting.divisionLevel}`, { name });
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          back={{ to: list, label: meeting.title }}
          title={t("meetings.invited.letters.title")}
          actions={
            letters.length > 0 ? (
              <Button type="button" icon="printer" onClick={() => window.print()}>
                {t("meetings.invited.print")}
              </Button>
            ) : undefined
          }
        />
      </div>
      {letters.length === 0 ? (
        <EmptyState title={t("meetings.letter.empty")} />
      ) : (
        <Letters meeting={meeting} office={office} today={today} letters={letters} agenda={agenda} />
      )}
      <Pager {...(isLater ? { previous: here } : {})} {...(next ? { next: `${here}?after=${next}` } : {})} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.invited.letters.title");
