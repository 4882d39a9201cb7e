import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useContext, useEffect, useSyncExternalStore, type ReactNode } from "react";
import type { RefusalPage } from "./kernel/http.server";
import type { AppKey } from "./messages";
import { clockNotice } from "./kernel/clock.server";
import { env } from "./kernel/env.server";
import { catalogueHref } from "./catalogue.server";
import { now } from "./kernel/clock.server";
import { I18nProvider, useErrorText, useT } from "./ui/i18n";
import { EARLY_KEY } from "./early-key";
import { NonceContext } from "./nonce";
import { pageTitle } from "./page-title";
import { KeptTexts } from "./ui/form/kept-words";
import { LinkButton } from "./ui/link-button";
import { completeWords, wordsComing, wordsOf } from "./ui/page-words";
import { usePageLinks } from "./ui/use-page-links";
import styles from "./ui/styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "app.name");

export function loader({ context: { scope } }: LoaderFunctionArgs) {
  return {
    locale: scope.locale,
    theme: scope.theme,
    now: now().toISOString(),
    wordsHref: catalogueHref[scope.locale],
    isSample: env().SAMPLE === "1",
    clock: clockNotice(),
    reference: scope.reference,
  };
}

type RootData = ReturnType<typeof loader>;

/** The document. It stands also around errors, where the loader's data may be absent. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<RootData>("root");
  const locale = root?.locale ?? "fa";
  const wordsHref = root?.wordsHref;
  const nonce = useContext(NonceContext);
  useSyncExternalStore(wordsComing.subscribe, wordsComing.arrivals, wordsComing.arrivals);
  useEffect(() => {
    if (wordsHref) void completeWords(wordsHref);
  }, [wordsHref]);
  return (
    <html
      lang={locale}
      dir={locale === "fa" ? "rtl" : "ltr"}
      data-theme={root?.theme === "system" ? undefined : root?.theme}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: EARLY_KEY }} />
      </head>
      <body>
        <I18nProvider locale={locale} messages={wordsOf(locale)} now={root?.now ?? new Date(0).toISOString()}>
          {children}
        </I18nProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  usePageLinks();
  return <Outlet />;
}

const KNOWN = [403, 404] as const;

/** What an action answered that has no page to stand on; nothing of a page that is not there. */
function refusalIn(error: unknown): Partial<RefusalPage> {
  return isRouteErrorResponse(error) && typeof error.data === "object" && error.data !== null
    ? error.data
    : {};
}

/** Refusals and faults that no section caught, in plain words with a number that finds the log line. */
export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<RootData>("root");
  const t = useT<AppKey>();
  const errorText = useErrorText();
  const here = useLocation().pathname;
  const { code, kept } = refusalIn(error);
  const known = KNOWN.find((one) => isRouteErrorResponse(error) && error.status === one);
  const isRefused =
    code !== undefined && isRouteErrorResponse(error) && (error.status === 409 || error.status === 422);
  const status = known ?? (isRefused ? "refused" : 500);
  const hasWords = kept !== undefined && kept.typed.length > 0;
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <h1 className="mb-4 text-title">{t(`error.${status}.title`)}</h1>
      <div className="mb-6 flex flex-col gap-2" role={isRefused || hasWords ? "alert" : undefined}>
        <p>{isRefused ? errorText(code) : t(`error.${status}.text`)}</p>
        {hasWords ? <p>{t("error.kept")}</p> : isRefused && kept && <p>{t("error.refused.text")}</p>}
      </div>
      {kept && (
        <div className="mb-6 flex flex-col gap-4">
          <KeptTexts {...kept} />
        </div>
      )}
      {status === 500 && root ? (
        <p className="mb-6 text-ink-3">
          {t("error.reference")}: <bdi dir="ltr">{root.reference}</bdi>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {isRefused && kept && (
          <LinkButton to={here} kind="primary">
            {t("error.refused.anew")}
          </LinkButton>
        )}
        <LinkButton to="/">{t("error.home")}</LinkButton>
      </div>
    </main>
  );
}
