import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import type { AppKey } from "~/messages";
import { SearchPeople } from "~/areas/network/schema/people";
import { reading, submit } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";
import { SearchField } from "~/ui/search-field";
import { Section } from "~/ui/section";
import { findAll } from "~/search-everything.server";

/** A page of each kind. */
const PAGE = 50;

export function loader(args: LoaderFunctionArgs) {
  requireActor(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { locale, today } = args.context.scope;
  return submit(args.request, SearchPeople, async ({ q = "" }) => ({
    q,
    groups: await reading(actor, (db) => findAll(db, actor, { q, size: PAGE, locale, today })),
  }));
}

export default function SearchPage() {
  const answer = useActionData<typeof action>();
  const t = useT<AppKey | UiKey>();
  const found = answer && "groups" in answer ? answer : null;
  const labels: Record<string, string> = {
    people: t("app.search.people"),
    circles: t("app.search.circles"),
    bodies: t("app.search.bodies"),
  };
  return (
    <>
      <PageHeader title={t("ui.search")} />
      <SearchField label={t("ui.search.hint")} defaultValue={found?.q} autoFocus />
      {!found && <p className="text-second text-ink-3">{t("app.search.how")}</p>}
      {found?.groups.length === 0 && <EmptyState filtered title={t("ui.search.none", { query: found.q })} />}
      {found?.groups.map(({ kind, items }) => (
        <Section key={kind} title={labels[kind] ?? kind}>
          <ul className="divide-y divide-line">
            {items.map(({ to, title, meta }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="flex min-h-11 flex-wrap items-center gap-x-4 text-body text-teal hover:underline"
                >
                  <span className="min-w-0 flex-1">{title}</span>
                  {meta && <bdi className="text-second text-ink-3">{meta}</bdi>}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<UiKey>(matches, "ui.search");
