import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { getCouncilAbove } from "~/areas/councils/above.server";
import { StatuteFacts } from "~/areas/councils/components/statute-facts";
import type { CouncilsKey } from "~/areas/councils/messages";
import { idIn, reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** A council of a level above, for those whom it concerns below: its statute, not who sits in it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const council = await reading(actor, (db) =>
    getCouncilAbove(db, actor.place, idIn(args.params, "council")),
  );
  return { council, back: `/${actor.place.id}/councils` };
}

export default function CouncilAbovePage() {
  const { council, back } = useLoaderData<typeof loader>();
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  const fa = locale === "fa";
  const parent = fa ? council.parentFa : council.parentEn;
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("councils.title") }}
        title={fa ? council.nameFa : council.nameEn}
        state={
          council.dissolvedOn ? (
            <Chip tone="brick" icon="ban">
              {t("councils.dissolved")}
            </Chip>
          ) : (
            <Chip>{t(`councils.kind.${council.kind}`)}</Chip>
          )
        }
        meta={
          <>
            <span>{fa ? council.placeFa : council.placeEn}</span>
            {parent && (
              <span>
                {t("councils.parent")}: {parent}
              </span>
            )}
          </>
        }
      />
      <Section title={t("councils.statute")} note={t("councils.above.note")}>
        <StatuteFacts council={council} />
      </Section>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<CouncilsKey>(matches, "councils.title", {}, data?.council.nameFa);
