import { createRemixStub } from "@remix-run/testing";
import { createRoot } from "react-dom/client";
import { I18nProvider, type Locale } from "~/ui/i18n";
import * as words from "~/ui/messages";
import "./sheet.css";
import { ChartSheet } from "./chart-sheet";
import { FormSheet } from "./form-sheet";
import { FrameSheet } from "./frame-sheet";
import { ListSheet } from "./list-sheet";
import { PartSheet } from "./part-sheet";
import * as samples from "./words";

// `?locale=fa|en&theme=light|dark&part=frame|parts|lists|forms|charts`
const query = new URLSearchParams(location.search);
const locale: Locale = query.get("locale") === "en" ? "en" : "fa";
const part = query.get("part") ?? "parts";
document.documentElement.lang = locale;
document.documentElement.dir = locale === "fa" ? "rtl" : "ltr";
document.documentElement.dataset.theme = query.get("theme") ?? "light";

const parts = { frame: FrameSheet, parts: PartSheet, lists: ListSheet, forms: FormSheet, charts: ChartSheet };
const Part = part in parts ? parts[part as keyof typeof parts] : PartSheet;

function Page() {
  return (
    <I18nProvider
      locale={locale}
      messages={{ ...words[locale], ...samples[locale] }}
      now="2026-12-13T05:10:00Z"
    >
      <Part />
    </I18nProvider>
  );
}

const Stub = createRemixStub([
  { path: "/28005/search", loader: () => ({ groups: samples.found(locale) }) },
  { path: "*", Component: Page, action: () => null },
]);

const root = document.getElementById("sheet");
if (root) createRoot(root).render(<Stub initialEntries={["/28005/network"]} />);
