import { createRemixStub } from "@remix-run/testing";
import { JSDOM } from "jsdom";
import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { vi } from "vitest";
import { I18nProvider, type Locale } from "~/ui/i18n";
import * as words from "~/ui/messages";

/**
 * The stub's router is the browser's: React 18 complains of its layout effects on a server, where the real
 * application has a static router without them. Every other complaint still fails the test.
 */
function drawQuietly(page: ReactElement): string {
  const spy = vi.mocked(console.error);
  const report = spy.getMockImplementation();
  spy.mockImplementation((...words: unknown[]) => {
    if (!String(words[0]).includes("useLayoutEffect does nothing on the server")) report?.(...words);
  });
  const html = renderToString(page);
  if (report) spy.mockImplementation(report);
  return html;
}

/**
 * Draws a component as the server does, inside a router and a locale, and gives back the document.
 * Runs where there is no `window`, as the server does: effects and script-only parts stay away.
 */
export function renderPage(
  Component: () => ReactElement,
  {
    locale = "fa",
    url = "/28005/network",
    messages = {},
    actionData,
  }: {
    locale?: Locale;
    url?: string;
    messages?: Record<string, string>;
    /** What the page's action answered. */
    actionData?: unknown;
  } = {},
): Document {
  const Stub = createRemixStub([
    {
      id: "page",
      path: "*",
      Component: () => (
        <I18nProvider locale={locale} messages={{ ...words[locale], ...messages }} now="2026-12-13T05:10:00Z">
          <Component />
        </I18nProvider>
      ),
    },
  ]);
  const html = drawQuietly(
    <Stub
      initialEntries={[url]}
      {...(actionData === undefined ? {} : { hydrationData: { actionData: { page: actionData } } })}
    />,
  );
  return new JSDOM(`<!doctype html><html><body>${html}</body></html>`).window.document;
}

/** The text of an element as it is read: no bidi controls, single spaces. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "")
    .replace(/[\u061c\u200e\u200f]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
