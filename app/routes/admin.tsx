import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { AccountPage } from "~/areas/identity/components/account-page";
import type { DivisionsKey } from "~/areas/divisions/messages";
import type { IdentityKey } from "~/areas/identity/messages";
import type { PostsKey } from "~/areas/posts/messages";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";

/** The frame of the administrator's pages: places, posts and accounts, and nothing of people's work. */
export function loader(args: LoaderFunctionArgs) {
  requireAdministrator(args);
  return { sample: env().SAMPLE === "1", clockSet: clockNotice() !== undefined };
}

export default function AdministrationFrame() {
  const t = useT<DivisionsKey | IdentityKey | PostsKey>();
  const { pathname, search } = useLocation();
  const places = [
    { to: "/admin", label: t("divisions.title") },
    { to: "/admin/vacancies", label: t("posts.vacancies") },
    { to: "/admin/accounts", label: t("identity.accounts.title") },
    { to: "/admin/powers", label: t("posts.powers") },
    { to: "/sessions", label: t("identity.sessions.title") },
  ];
  return (
    <AccountPage
      {...useLoaderData<typeof loader>()}
      path={pathname + search}
      width="page"
      links={
        <nav aria-label={t("identity.places.administration")} className="flex flex-wrap gap-x-4">
          {places.map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              aria-current={pathname === to ? "page" : undefined}
              className="inline-flex min-h-11 items-center text-second text-ink-2 hover:text-teal aria-[current]:text-teal-deep"
            >
              {label}
            </Link>
          ))}
        </nav>
      }
    >
      <Outlet />
    </AccountPage>
  );
}
