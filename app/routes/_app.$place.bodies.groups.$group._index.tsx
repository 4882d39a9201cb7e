import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { GROUP_KINDS } from "~/areas/bodies/choices";
import { GroupWords } from "~/areas/bodies/components/group-words";
import { getGroup, listGroupUses } from "~/areas/bodies/groups.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { listGroupMembers } from "~/areas/bodies/queries.server";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { today } = args.context.scope;
  const page = await reading(actor, async (db) => {
    const group = await getGroup(db, place, args.params.group ?? "");
    return {
      group,
      members: await listGroupMembers(db, place, group, today),
      uses: await listGroupUses(db, place.id, group.code),
    };
  });
  const isOwn = GROUP_KINDS.some((kind) => kind === page.group.kind);
  return {
    ...page,
    place: place.id,
    mayEdit: isOwn && may(actor, "edit", "BodyGroup", page.group),
  };
}

export default function GroupPage() {
  const { group, members, uses, place, mayEdit } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const bodies = `/${place}/bodies`;
  return (
    <>
      <PageHeader
        back={{ to: `${bodies}/groups`, label: t("bodies.tab.groups") }}
        title={named(group)}
        meta={<GroupWords group={group} />}
        actions={
          mayEdit && (
            <LinkButton to={`${bodies}/groups/${group.code}/edit`} icon="pencil">
              {t("bodies.group.edit")}
            </LinkButton>
          )
        }
      />
      <Section title={t("bodies.group.size")} note={t("bodies.group.size.count", { count: members.length })}>
        {members.length === 0 ? (
          <p className="text-second text-ink-3">{t("bodies.group.members.none")}</p>
        ) : (
          <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
            {members.map((office) => (
              <li key={office.id} className="min-h-8 text-second">
                {office.divisionId === place ? (
                  <Link
                    to={`${bodies}/${office.id}`}
                    className="inline-flex min-h-6 items-center hover:text-teal"
                  >
                    {named(office)}
                  </Link>
                ) : (
                  named(office)
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("bodies.group.uses")}>
        {uses.length === 0 && <p className="text-second text-ink-3">{t("bodies.group.uses.none")}</p>}
        {uses.map((use) => (
          <details key={use.id} className="border-b border-line py-2 text-second">
            <summary className="min-h-6 cursor-pointer">
              {use.title} · <InstantText instant={use.usedAt} /> ·{" "}
              {t("bodies.group.uses.meant", { count: use.officeNames.length })}
            </summary>
            <p className="mt-1 text-ink-2">{use.officeNames.join(" · ")}</p>
          </details>
        ))}
      </Section>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.group", {}, data?.group.nameFa);
