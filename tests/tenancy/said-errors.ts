import type { FoundForm } from "./hostile-forms";
import { documentOf } from "./parsed-page";

/** What an action that took no form says of it: message keys by field, those of the whole form under the empty name. */
export type SaidErrors = Record<string, string[]>;

/** The errors that `submit` answers with, or undefined where the answer is another one (a redirect, a refused page). */
export function errorsSaid(answer: unknown): SaidErrors | undefined {
  const at = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  const error = at(at(at(answer, "data"), "result"), "error");
  if (typeof error !== "object" || error === null) return undefined;
  return Object.fromEntries(
    Object.entries(error).filter((entry): entry is [string, string[]] => Array.isArray(entry[1])),
  );
}

/** A sentence of the Persian page: words, and neither a key of the catalogue nor a gap that nothing filled. */
const isSentence = (text: string): boolean =>
  /[\u0600-\u06ff]+\s+\S*[\u0600-\u06ff]/.test(text) && !/[a-z]+[.-][a-z]+|[{}?=]/.test(text);

const isWrong = (control: Element): boolean =>
  (control.getAttribute("type") === "radio"
    ? (control.closest("[role=radiogroup]") ?? control)
    : control
  ).getAttribute("aria-invalid") === "true";

/** The sentences that a control is described by, as they are read out. */
function describing(control: Element): string[] {
  const ids = ["aria-errormessage", "aria-describedby"].flatMap(
    (name) => control.getAttribute(name)?.split(" ") ?? [],
  );
  return ids.map((id) => control.ownerDocument.getElementById(id)?.textContent?.trim() ?? "");
}

/** The controls of one form that somebody fills, by the field's name. */
function controlsOf(document: Document, form: Element): Map<string, Element[]> {
  const controls = new Map<string, Element[]>();
  for (const control of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    const name = control.getAttribute("name");
    if (!name || (control.closest("form") ?? null) !== form) continue;
    controls.set(name, [...(controls.get(name) ?? []), control]);
  }
  return controls;
}

/** The form of a page that was sent: the one with most of its fields. */
function sentForm(document: Document, sent: FoundForm): Element | undefined {
  const known = new Set(sent.fields.map(({ name }) => name));
  const shared = (form: Element) =>
    [...form.querySelectorAll("[name]")].filter((control) => known.has(control.getAttribute("name") ?? ""))
      .length;
  const intent = sent.fields.find(({ name }) => name === "intent")?.value;
  return [...document.querySelectorAll("form")]
    .filter((form) => form.getAttribute("method")?.toLowerCase() === "post")
    .filter((form) => !intent || form.querySelector("[name=intent]")?.getAttribute("value") === intent)
    .sort((one, other) => shared(other) - shared(one))[0];
}

/**
 * Where a page does not show what its action said: each wrong field marked as wrong and described by a sentence, the
 * rest announced on top, and no field marked that is right. Empty when all is well.
 */
export function unshown(html: string, sent: FoundForm, said: SaidErrors): string[] {
  const document = documentOf(html);
  const form = sentForm(document, sent);
  if (!form) return ["the form is gone"];
  const controls = controlsOf(document, form);
  const lines = [...form.querySelectorAll("[role=alert] a")].map(
    (link) => link.getAttribute("href")?.slice(1) ?? "",
  );
  const announced = [...document.querySelectorAll("[role=alert]")].map(
    ({ textContent }) => textContent ?? "",
  );
  const complaints: string[] = [];
  for (const name of Object.keys(said)) {
    const of = controls.get(name);
    if (!of) {
      if (!announced.some(isSentence)) complaints.push(`${name || "the whole form"}: nothing is announced`);
    } else if (!of.every(isWrong)) complaints.push(`${name}: not marked as wrong`);
    else if (!of.every((control) => describing(control).some(isSentence)))
      complaints.push(`${name}: no sentence beside it (${of.flatMap(describing).join(" | ")})`);
  }
  for (const control of document.querySelectorAll("[aria-invalid=true]")) {
    const name = control.getAttribute("name");
    if (name && said[name] === undefined) complaints.push(`${name}: marked without a word of the action`);
  }
  for (const id of lines) {
    if (!document.getElementById(id)) complaints.push(`#${id}: a line of the summary leads nowhere`);
  }
  if (announced.some((text) => !isSentence(text))) complaints.push(`announced: ${announced.join(" | ")}`);
  return complaints;
}

/** The sentence beside each wrong field of a page, by the field's name. */
export function errorsBeside(html: string, { fields }: FoundForm): Map<string, string> {
  const document = documentOf(html);
  const names = new Set(fields.map(({ name }) => name));
  return new Map(
    [...document.querySelectorAll("[name]")]
      .filter((control) => names.has(control.getAttribute("name") ?? "") && isWrong(control))
      .map((control) => [control.getAttribute("name") ?? "", describing(control).join(" ")]),
  );
}
