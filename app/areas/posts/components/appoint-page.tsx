import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import type { PostsKey } from "../messages";
import { AppointedNotice, AppointForm, type Appointed, type Refused } from "./appoint-form";

/** Who is appointed to a post, and after that whom and how he gets in. `back` is the page of the post's place. */
export function AppointPage({
  post,
  place,
  back,
  startsOn,
  requestId,
  answer,
}: {
  post: { titleFa: string; titleEn: string };
  place: { nameFa: string; nameEn: string };
  back: string;
  startsOn: string;
  requestId: string;
  answer: Refused | { appointed: Appointed } | undefined;
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const label = t("posts.back", { place: locale === "fa" ? place.nameFa : place.nameEn });
  return (
    <>
      <PageHeader
        back={{ to: back, label }}
        title={t("posts.appoint.title", { post: locale === "fa" ? post.titleFa : post.titleEn })}
      />
      {answer && "appointed" in answer ? (
        <AppointedNotice appointed={answer.appointed} back={{ to: back, label }} />
      ) : (
        <AppointForm answer={answer} requestId={requestId} startsOn={startsOn} />
      )}
    </>
  );
}
