import type { FoundForm } from "./hostile-forms";
import { pageOf, type Page, type Tag } from "./parsed-page";

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

const is =
  (attribute: string, value: string) =>
  (tag: Tag): boolean =>
    tag.attribute(attribute) === value;
const isAlert = is("role", "alert");
const isNamed = (tag: Tag) => tag.attribute("name") !== undefined;

const isMarked = is("aria-invalid", "true");

/** Of radio buttons the group is marked. */
function isWrong(control: Tag): boolean {
  const group = control.type === "radio" ? control.closest(is("role", "radiogroup")) : undefined;
  return isMarked(group ?? control);
}

/** The sentences that a control is described by, as they are read out. */
function describing(control: Tag): string[] {
  const ids = ["aria-errormessage", "aria-describedby"].flatMap(
    (name) => control.attribute(name)?.split(" ") ?? [],
  );
  return ids.map((id) => control.page.byId(id)?.text.trim() ?? "");
}

const isTyped = ({ name, type }: Tag): boolean =>
  name === "input" ? type !== "hidden" : name === "textarea" || name === "select";

/** The controls of one form that somebody fills, by the field's name. */
function controlsOf(page: Page, form: Tag): Map<string, Tag[]> {
  const controls = new Map<string, Tag[]>();
  for (const control of page.tags.filter(isTyped)) {
    const name = control.attribute("name");
    if (!name || control.form !== form) continue;
    controls.set(name, [...(controls.get(name) ?? []), control]);
  }
  return controls;
}

/** The form of a page that was sent: the one with most of its fields. */
function sentForm(page: Page, sent: FoundForm): Tag | undefined {
  const known = new Set(sent.fields.map(({ name }) => name));
  const shared = (form: Tag) =>
    form.inside(isNamed).filter((control) => known.has(control.attribute("name") ?? "")).length;
  const intent = sent.fields.find(({ name }) => name === "intent")?.value;
  return page.tags
    .filter((tag) => tag.name === "form" && tag.attribute("method")?.toLowerCase() === "post")
    .filter((form) => !intent || form.inside(is("name", "intent"))[0]?.attribute("value") === intent)
    .map((form) => ({ form, shared: shared(form) }))
    .sort((one, other) => other.shared - one.shared)[0]?.form;
}

/**
 * Where a page does not show what its action said: each wrong field marked as wrong and described by a sentence, the
 * rest announced on top, and no field marked that is right. Empty when all is well.
 */
export function unshown(html: string, sent: FoundForm, said: SaidErrors): string[] {
  const page = pageOf(html);
  const form = sentForm(page, sent);
  if (!form) return ["the form is gone"];
  const controls = controlsOf(page, form);
  const lines = form
    .inside(isAlert)
    .flatMap((alert) => alert.inside(({ name }) => name === "a"))
    .map((link) => link.attribute("href")?.slice(1) ?? "");
  const announced = page.tags.filter(isAlert).map(({ text }) => text);
  const complaints: string[] = [];
  for (const name of Object.keys(said)) {
    const of = controls.get(name);
    if (!of) {
      if (!announced.some(isSentence)) complaints.push(`${name || "the whole form"}: nothing is announced`);
    } else if (!of.every(isWrong)) complaints.push(`${name}: not marked as wrong`);
    else if (!of.every((control) => describing(control).some(isSentence)))
      complaints.push(`${name}: no sentence beside it (${of.flatMap(describing).join(" | ")})`);
  }
  for (const control of page.tags.filter(isMarked)) {
    const name = control.attribute("name");
    if (name && said[name] === undefined) complaints.push(`${name}: marked without a word of the action`);
  }
  for (const id of lines) {
    if (!page.byId(id)) complaints.push(`#${id}: a line of the summary leads nowhere`);
  }
  if (announced.some((text) => !isSentence(text))) complaints.push(`announced: ${announced.join(" | ")}`);
  return complaints;
}

/**
 * Whether a page says why a form was refused that it may show no more: beside the form as ever, or announced in a sentence
 * before what was typed.
 */
export function saysWhy(html: string, sent: FoundForm, said: SaidErrors): boolean {
  const announced = pageOf(html).tags.filter((tag) => isAlert(tag) || is("role", "status")(tag));
  const begins = (text: string) => /^[\u0600-\u06ff]+\s+\S*[\u0600-\u06ff]/.test(text);
  return announced.some(({ text }) => begins(text)) || unshown(html, sent, said).length === 0;
}

/** The sentence beside each wrong field of a page, by the field's name. */
export function errorsBeside(html: string, { fields }: FoundForm): Map<string, string> {
  const names = new Set(fields.map(({ name }) => name));
  return new Map(
    pageOf(html)
      .tags.filter((control) => names.has(control.attribute("name") ?? "") && isWrong(control))
      .map((control) => [control.attribute("name") ?? "", describing(control).join(" ")]),
  );
}
