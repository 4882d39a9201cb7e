import { JSDOM } from "jsdom";
import { uuidv7 } from "~/lib/identifiers";

/** A form as a page shows it, ready to be filled with something its makers did not think of. */
export type FoundForm = {
  /** Where it is posted, as a path. */
  action: string;
  /** What tells it from other forms with the same address. */
  name: string;
  multipart: boolean;
  /** A search keeps nothing, so there is nothing of it to lose. */
  isSearch: boolean;
  fields: Field[];
};

type Field = { name: string; kind: "hidden" | "text" | "password" | "choice" | "file"; value: string };

const CONTROL = "الف\u0000\u0007ب\u202eتخریب\u2066\ud83d\ude00\u001b[31m";
export const SCRIPT = `<script>alert("x")</script><b onclick='y'>'; drop table person; --`;

/** What a form is filled with, the ones that may be accepted last. */
export const FILLINGS = {
  empty: "",
  "a hundred thousand characters": "آ".repeat(100_000),
  "hidden fields of somebody's own": "x' or 1=1 --",
  "control and bidi characters": CONTROL,
  "a script": SCRIPT,
} as const;
export type Filling = keyof typeof FILLINGS;

/** The POST forms of a page, whatever frame they stand in. */
export function formsOf(html: string, path: string): FoundForm[] {
  const { document } = new JSDOM(html).window;
  return [...document.querySelectorAll("form")]
    .filter((form) => form.getAttribute("method")?.toLowerCase() === "post")
    .map((form) => {
      const fields = fieldsOf(document, form);
      const action = form.getAttribute("action") ?? path;
      const { pathname, search } = new URL(action, `http://peyvand.test${path}`);
      const hidden = fields.filter(({ kind, name }) => kind === "hidden" && name === "intent");
      return {
        action: pathname + search,
        name: [...hidden.map(({ value }) => value), ...fields.map(({ name }) => name)].join(" "),
        multipart: form.getAttribute("enctype") === "multipart/form-data",
        isSearch: form.getAttribute("role") === "search",
        fields,
      };
    });
}

function fieldsOf(document: Document, form: HTMLFormElement): Field[] {
  const controls = [...document.querySelectorAll<HTMLInputElement>("input, textarea, select, button[name]")];
  const found = new Map<string, Field>();
  for (const control of controls) {
    if (control.closest("form") !== form && control.getAttribute("form") !== form.id) continue;
    const name = control.getAttribute("name");
    if (!name || found.has(name)) continue;
    found.set(name, { name, kind: kindOf(control), value: control.value });
  }
  return [...found.values()];
}

function kindOf(control: HTMLInputElement): Field["kind"] {
  if (control.tagName === "SELECT" || control.tagName === "BUTTON") return "choice";
  if (control.tagName === "TEXTAREA") return "text";
  if (["hidden", "password", "file"].includes(control.type)) return control.type as "hidden";
  return ["radio", "checkbox", "submit"].includes(control.type) ? "choice" : "text";
}

/** A day, a number or a time where the field asks for one; else the hostile words. */
function wordsFor(name: string, words: string): string {
  if (/mobile/i.test(name)) return `0912${String(Date.now()).slice(-7)}`;
  if (/^next/.test(name)) return "1405/10/20";
  if (/(on|day|date|deadline|due|until)$/i.test(name)) return "1405/09/20";
  if (/(count|network|bodies|councils|municipalities|people|figure|days)$/i.test(name)) return "3";
  if (/At$/.test(name)) return "10:30";
  return words;
}

/** The values of a form filled with `filling`; a choice stays as it stands, a file stays away. */
export function fill(form: FoundForm, filling: Filling): Map<string, string> {
  const words = FILLINGS[filling];
  const values = new Map<string, string>();
  for (const { name, kind, value } of form.fields) {
    if (name === "requestId") values.set(name, uuidv7());
    else if (kind === "hidden") {
      const own = filling === "hidden fields of somebody's own" && name !== "intent";
      values.set(name, own ? words : value);
    } else if (kind === "choice") {
      if (filling !== "empty") values.set(name, value);
    } else if (kind !== "file") {
      values.set(name, filling === "a script" ? wordsFor(name, words) : words);
    }
  }
  return values;
}

/** The words of a page's form after a refusal, by field name: the form of that name, else the first of its address. */
export function typedIn(html: string, { action, name }: FoundForm, path: string): Map<string, string> {
  const forms = formsOf(html, path).filter((one) => one.action === action && one.fields.length > 0);
  const form = forms.find((one) => one.name === name) ?? forms[0];
  return new Map(form?.fields.map((field) => [field.name, field.value]));
}

/** Text as HTML can carry it: without the characters that a parser drops or replaces. */
export const asHtmlCarries = (text: string): string =>
  [...text.replaceAll("\r\n", "\n")]
    .filter((letter) => (letter >= " " || letter === "\n") && letter !== "\ufffd")
    .join("");
