import type { ReactNode } from "react";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import type { PostsKey } from "../messages";
import { EndForm, IssuedLink, LinkForm, type Refused } from "./appoint-form";

type About = {
  appointment: { holderName: string; titleFa: string; titleEn: string; revision: number };
  place: { nameFa: string; nameEn: string };
  /** The page of the place whose post it is. */
  back: string;
};

/** Whose appointment it is that something is done with. */
function AppointmentPage({
  about: { appointment, place, back },
  title,
  children,
}: {
  about: About;
  title: "posts.end.title" | "posts.link.title";
  children: ReactNode;
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const inFa = locale === "fa";
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("posts.back", { place: inFa ? place.nameFa : place.nameEn }) }}
        title={t(title, { name: appointment.holderName })}
        meta={<span>{inFa ? appointment.titleFa : appointment.titleEn}</span>}
      />
      {children}
    </>
  );
}

/** An appointment is ended. */
export function EndPage({
  endsOn,
  requestId,
  answer,
  ...about
}: About & { endsOn: string; requestId: string; answer: Refused | undefined }) {
  return (
    <AppointmentPage about={about} title="posts.end.title">
      <EndForm answer={answer} requestId={requestId} revision={about.appointment.revision} endsOn={endsOn} />
    </AppointmentPage>
  );
}

/** Its holder gets a link for a new password. */
export function LinkPage({
  requestId,
  answer,
  ...about
}: About & { requestId: string; answer: Refused | { link: string | undefined } | undefined }) {
  return (
    <AppointmentPage about={about} title="posts.link.title">
      {answer && "link" in answer ? (
        <div className="max-w-160">
          <IssuedLink link={answer.link} />
        </div>
      ) : (
        <LinkForm answer={answer} requestId={requestId} />
      )}
    </AppointmentPage>
  );
}
