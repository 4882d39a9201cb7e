import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { AppKey } from "~/messages";
import type { loader as rootLoader } from "~/root";
import { PublicFrame } from "~/ui/frame/public-frame";
import { useLocale, useT } from "~/ui/i18n";

/** The frame of everybody's pages. */
export function loader({ context: { scope } }: LoaderFunctionArgs) {
  return { locale: scope.locale };
}

export default function PublicLayout() {
  const { locale } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  const { locale: shown } = useLocale();
  const { pathname, search } = useLocation();
  const here = encodeURIComponent(pathname + search);
  const t = useT<AppKey>();
  const other = shown === "fa" ? "en" : "fa";
  return (
    <PublicFrame
      home="/t"
      language={{
        to: `/preferences?locale=${other}&to=${here}`,
        label: t("app.account.language"),
        lang: other,
      }}
      sample={root?.isSample}
      clockSet={root?.clock !== undefined}
      key={locale}
    >
      <Outlet />
    </PublicFrame>
  );
}
