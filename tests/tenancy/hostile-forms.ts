import { toLatinDigits } from "~/lib/digits";
import { uuidv7 } from "~/lib/identifiers";
import { pageOf, type Page, type Tag } from "./parsed-page";

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

type Field = {
  name: string;
  kind: "hidden" | "text" | "day" | "number" | "password" | "choice" | "file";
  value: string;
  /** What a choice offers, without its empty line. */
  offered: string[];
};

const CONTROL = "الف\u0000\u0007ب\u202eتخریب\u2066\ud83d\ude00\u001b[31m";
/** Words that Persian letters stand for, in the letters and digits of an Arabic keyboard. */
export const ARABIC = "كيفيت كاري ٣٤";
const SCRIPT = `${ARABIC} <script>alert("x")</script><b onclick='y'>'; drop table person; --`;
const PLAIN = "کوتاهی در پیگیری، به‌گفتهٔ اهالی";

/** What a form is filled with, the ones that may be accepted last. */
export const FILLINGS = {
  empty: "",
  "a hundred thousand characters": "آ".repeat(100_000),
  /** A day that no calendar has, and numbers that look like a date. */
  "a day that is none": PLAIN,
  /** Nothing but days, the last one of a leap year. */
  "the last day of a leap year": "",
  "records of another place": PLAIN,
  "a file that is none": PLAIN,
  "hidden fields of somebody's own": "x' or 1=1 --",
  "control and bidi characters": CONTROL,
  "a script in Arabic letters": SCRIPT,
} as const;
export type Filling = keyof typeof FILLINGS;

/** A record of another place for one that a form names; a file for the fields of files. */
export type Given = { foreign?: ReadonlyMap<string, string>; file?: File };

const DAY = /(?:On|[dD]ay|[dD]ate|[dD]eadline|[dD]ue|[uU]ntil|From)$/;
const NUMBER = /(?:count|network|bodies|councils|municipalities|people|figure|days)$|^number$/i;

/** The POST forms of a page, whatever frame they stand in. */
export function formsOf(html: string, path: string): FoundForm[] {
  const page = pageOf(html);
  return page.tags
    .filter((tag) => tag.name === "form" && tag.attribute("method")?.toLowerCase() === "post")
    .map((form) => {
      const fields = fieldsOf(page, form);
      const action = form.attribute("action") ?? path;
      const { pathname, search } = new URL(action, `http://peyvand.test${path}`);
      const hidden = fields.filter(({ kind, name }) => kind === "hidden" && name === "intent");
      return {
        action: pathname + search,
        name: [...hidden.map(({ value }) => value), ...fields.map(({ name }) => name)].join(" "),
        multipart: form.attribute("enctype") === "multipart/form-data",
        isSearch: form.attribute("role") === "search",
        fields,
      };
    });
}

const CONTROLS = ["input", "textarea", "select", "button"];

function fieldsOf(page: Page, form: Tag): Field[] {
  const found = new Map<string, Field>();
  for (const control of page.tags) {
    if (!CONTROLS.includes(control.name)) continue;
    const name = control.attribute("name");
    if (!name || found.has(name)) continue;
    if (control.form !== form && control.attribute("form") !== (form.attribute("id") ?? "")) continue;
    const options = control.inside((tag) => tag.name === "option").map(({ value }) => value);
    const offered = [...options, control.value].filter((value) => value !== "");
    found.set(name, { name, kind: kindOf(control, name), value: control.value, offered });
  }
  return [...found.values()];
}

function kindOf(control: Tag, name: string): Field["kind"] {
  if (control.name === "select" || control.name === "button") return "choice";
  if (control.name === "textarea") return "text";
  if (["hidden", "password", "file"].includes(control.type)) return control.type as "hidden";
  if (["radio", "checkbox", "submit"].includes(control.type)) return "choice";
  if (DAY.test(name)) return "day";
  return NUMBER.test(name) ? "number" : "text";
}

/** A day, a number or a time where the field asks for one, in digits of an Arabic keyboard; else the words. */
function rightFor({ name, kind }: Field, words: string): string {
  const own = name.split(".").at(-1) ?? name;
  if (/mobile/i.test(own)) return `٠٩١٢${String(Date.now()).slice(-7)}`;
  if (/(?:code|label|Number)$/.test(own)) return words.slice(0, 20);
  if (own === "refersTo") return "٢";
  if (kind === "day") return /^(?:next|due)/.test(own) ? "١٤٠٥/١١/٢٠" : "١٤٠٥/٠٩/٢٠";
  if (kind === "number") return "٣";
  if (!/At$/.test(own)) return words;
  return own === "endsAt" ? "١٢:٣٠" : "١٠:٣٠";
}

/** What stands chosen, else an offer: in a list of rows every row takes another. */
function chosenOf({ name, value, offered }: Field): string {
  const row = Number(/\[(\d+)\]/.exec(name)?.[1] ?? 0);
  return value || (offered[row % Math.max(offered.length, 1)] ?? "");
}

function typedFor(field: Field, filling: Filling): string {
  const words = FILLINGS[filling];
  if (filling === "the last day of a leap year") return field.kind === "day" ? "1403/12/30" : words;
  if (filling === "a day that is none" && field.kind === "day") return "1404/12/30";
  if (filling === "a day that is none" && field.kind === "number") return "۹۳/۷/۱۴";
  return CHOOSING.includes(filling) ? rightFor(field, words) : words;
}

/** Fillings that leave no choice open, so that what is wrong with them is what they are named for. */
const CHOOSING: readonly Filling[] = [
  "a day that is none",
  "records of another place",
  "a file that is none",
  "a script in Arabic letters",
];

/** Hidden fields that only say which of a page's forms this is. */
const CHOOSES_FORM = ["intent", "do", "form"];

/** What may be asked of a form in which nothing is typed. */
const PRESSES: readonly Filling[] = [
  "hidden fields of somebody's own",
  "records of another place",
  "a script in Arabic letters",
];

/** Whether a filling says anything of this form that no other one does. */
export function concerns(filling: Filling, form: FoundForm, { foreign }: Given): boolean {
  const has = (...kinds: Field["kind"][]) => form.fields.some(({ kind }) => kinds.includes(kind));
  const isPress = !has("text", "day", "number", "password", "file");
  if (isPress && !PRESSES.includes(filling)) return false;
  if (filling === "a day that is none") return has("day", "number");
  if (filling === "the last day of a leap year") return has("day");
  if (filling === "a file that is none") return has("file");
  return filling !== "records of another place" || (foreign?.size ?? 0) > 0;
}

/** The values of a form filled with `filling`; a choice takes what is offered first where it stands open. */
export function fill(form: FoundForm, filling: Filling, given: Given = {}): Map<string, string | File> {
  const values = new Map<string, string | File>();
  for (const field of form.fields) {
    const { name, kind, value } = field;
    if (name === "requestId") values.set(name, uuidv7());
    else if (kind === "hidden") {
      const own = filling === "hidden fields of somebody's own" && !CHOOSES_FORM.includes(name);
      values.set(name, own ? FILLINGS[filling] : value);
    } else if (kind === "choice") {
      const isEmpty = filling === "empty" || filling === "the last day of a leap year";
      if (isEmpty && !CHOOSES_FORM.includes(name)) continue;
      values.set(name, CHOOSING.includes(filling) ? chosenOf(field) : value);
    } else if (kind === "file") {
      if (filling === "a file that is none" && given.file) values.set(name, given.file);
    } else {
      values.set(name, typedFor(field, filling));
    }
    const chosen = values.get(name);
    if (filling === "records of another place" && typeof chosen === "string")
      values.set(
        name,
        chosen.replace(ID, (id) => given.foreign?.get(id) ?? id),
      );
  }
  return values;
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What a form would send if it were filled as it stands: the ids of records are among it. */
export function idsNamedBy(form: FoundForm): string[] {
  return form.fields
    .filter(({ kind, name }) => (kind === "hidden" || kind === "choice") && name !== "requestId")
    .flatMap((field) => chosenOf(field).match(ID) ?? []);
}

/** The words of a page's form after a refusal, by field name: the form of that name, else the first of its address. */
export function typedIn(html: string, { action, name }: FoundForm, path: string): Map<string, string> {
  const forms = formsOf(html, path).filter((one) => one.action === action && one.fields.length > 0);
  // An answer may bring a row more or less than the form had.
  const alike = (one: FoundForm) =>
    one.name.split(" ").filter((field) => name.split(" ").includes(field)).length;
  const form = forms.find((one) => one.name === name) ?? forms.sort((a, b) => alike(b) - alike(a))[0];
  return new Map(form?.fields.map((field) => [field.name, field.value]));
}

/** What a parser drops or replaces. */
const NOT_CARRIED = /[^\n -\ufffc\ufffe\uffff]/g;

/** Text as HTML can carry it, and whatever digits the page writes figures in. */
export const asHtmlCarries = (text: string): string =>
  toLatinDigits(text).replaceAll("\r\n", "\n").replace(NOT_CARRIED, "");
