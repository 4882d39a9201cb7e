import { parseWithZod } from "@conform-to/zod/v4";
import { data, unstable_parseMultipartFormData } from "@remix-run/node";
import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { isUuid } from "~/lib/identifiers";
import { typedTexts } from "~/lib/typed-texts";
import { FROM_POST, type Actor } from "./actor";
import { submission, within, type Db } from "./db.server";
import { digestId } from "./digest-id.server";
import { Refusal, STATUS_OF } from "./refusal";

/** What a form gets back when it was not accepted: everything typed, and message keys beside the fields. */
export type FormResult = {
  result: SubmissionResult<string[]>;
  refusal?: {
    code: string;
    params?: Record<string, string | number>;
    theirs?: Record<string, string>;
    revision?: number;
  };
};

/** Largest body of a form without files, in bytes. */
const FORM_LIMIT = 4_000_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a refusal answers whose page is not drawn again: a page of its own says it. */
export type RefusalPage = {
  code: string;
  params: Record<string, string | number>;
  /** What was typed into the form that was refused, and what somebody else saved meanwhile. */
  kept?: { typed: string[]; instead: string[] };
};

/** A plain response for a refusal that has no form to stand beside, with what was typed where a form was sent. */
export function refusalResponse({ kind, code, details }: Refusal, form?: FormData) {
  const page: RefusalPage = { code, params: details.params ?? {} };
  if (form) page.kept = { typed: typedIn(form), instead: typedTexts(details.theirs) };
  return data(page, { status: STATUS_OF[kind] });
}

/** What somebody wrote into a form himself, for him to take elsewhere: no secret, id or choice. */
const typedIn = (form: FormData): string[] =>
  typedTexts(
    [...new Set(form.keys())]
      .filter((name) => !isSecret(name))
      .map((name) => ({ [name]: form.getAll(name) })),
  );

/** Passwords never go back into a page. */
const isSecret = (name: string) => /password/i.test(name);

/** The id of a record that a form or an address carries. What is no id is a record that is not there: 404. */
export function idFrom(value: unknown): string {
  if (typeof value === "string" && isUuid(value)) return value;
  throw refusalResponse(new Refusal("missing", "refusal.missing"));
}

/** The id of a record in the address, by the name of its part; as `idFrom`. */
export const idIn = (params: Readonly<Record<string, string | undefined>>, name: string): string =>
  idFrom(params[name]);

/**
 * One read-only unit of work for a page. A refusal becomes its HTTP answer (a missing row and a row one may not see
 * are both 404).
 */
export async function reading<T>(actor: Actor, work: (db: Db) => Promise<T>): Promise<T> {
  return answering(() => within(actor, work, { readOnly: true }));
}

/** Work that no form stands beside: its refusal becomes its HTTP answer. */
export async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw refusalResponse(error);
    throw error;
  }
}

/** The form of a request, refused when it is larger than any form of ours can be. */
export async function formOf(request: Request): Promise<FormData> {
  const tooLarge = () => refusalResponse(new Refusal("invalid", "refusal.too-large"));
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > FORM_LIMIT) throw tooLarge();
  if (announced !== null || !request.body) return request.formData();
  // Sent without its size: nobody holds the sender to one, so what comes is counted.
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > FORM_LIMIT) throw tooLarge();
    parts.push(new Uint8Array(read.value));
  }
  const type = request.headers.get("content-type") ?? "";
  return new Response(new Blob(parts), { headers: { "content-type": type } }).formData();
}

/** The file that was chosen in a field, an empty one too; null where none was chosen: a browser then sends one without a name. */
export function chosenFile(value: FormDataEntryValue | null): File | null {
  return value instanceof File && (value.name !== "" || value.size > 0) ? value : null;
}

class TooLarge extends Error {
  constructor(readonly field: string) {
    super();
  }
}

const MB = 1024 * 1024;

/**
 * The fields of a form that carries files or long texts, to be given to `submit` as its `form`; or the answer beside
 * the field that is larger than `limit` bytes, with what was read before it, to be returned as it is. Nothing is read
 * after that field, and never more is held than twice the limit.
 * @param tooLarge the message beside a file that is too large.
 */
export async function formWithFiles(
  request: Request,
  limit: number,
  tooLarge = `form.file.too-large?max=${Math.floor(limit / MB)}`,
) {
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) return formOf(request);
  const form = new FormData();
  let left = limit * 2 + FORM_LIMIT;
  let isFile = false;
  try {
    await unstable_parseMultipartFormData(request, async ({ name, filename, contentType, data: bytes }) => {
      isFile = typeof filename === "string";
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      for await (const part of bytes) {
        size += part.byteLength;
        left -= part.byteLength;
        if (size > limit || left < 0) throw new TooLarge(name);
        parts.push(new Uint8Array(part));
      }
      if (typeof filename === "string") form.append(name, new File(parts, filename, { type: contentType }));
      else form.append(name, await new Blob(parts).text());
      return undefined;
    });
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const code = isFile ? tooLarge : "refusal.too-large";
    const read = parseWithZod(form, { schema: z.looseObject({}) });
    const result = read.reply({ fieldErrors: { [error.field]: [code] } }) as FormResult["result"];
    return data({ result } as FormResult, { status: 413 });
  }
  return form;
}

/**
 * The id of what a form asks, or undefined for a form without a `requestId`. A page has one `requestId` for all its
 * forms, and keeps it in the browser's history: so the id is made of it, the address and every field. The same form
 * sent twice is one act; another form, or the same one with other words, is an act of its own.
 */
async function actOf(request: Request, body: FormData): Promise<string | undefined> {
  const requestId = body.get("requestId");
  if (typeof requestId !== "string" || !UUID.test(requestId)) return undefined;
  return digestId(async (hash) => {
    // Each part after its length, so that no two forms write the same.
    const write = (part: string | Uint8Array) =>
      hash.update(`${typeof part === "string" ? Buffer.byteLength(part) : part.length}:`).update(part);
    write(requestId.toLowerCase());
    write(new URL(request.url).pathname);
    for (const [name, value] of body) {
      if (name === "requestId") continue;
      write(name);
      write(typeof value === "string" ? value : new Uint8Array(await value.arrayBuffer()));
    }
  });
}

/**
 * Takes a form to a command: parses it by the schema, runs the command once for what the form asks (its
 * hidden `requestId`, the address and its fields), and answers either with what `run` returns (a redirect, mostly) or
 * with a `FormResult` that keeps everything typed. Refusals `forbidden` and `missing`, and what comes too late, have a page
 * of their own, with what was typed.
 */
export async function submit<S extends z.ZodType, R>(
  request: Request,
  schema: S,
  run: (input: z.output<S>) => Promise<R>,
  form?: FormData,
) {
  const body = form ?? (await formOf(request));
  const parsed = parseWithZod(body, { schema });
  const hideFields = [...body.keys()].filter(isSecret);
  if (parsed.status !== "success") {
    return data({ result: parsed.reply({ hideFields }) } as FormResult, { status: STATUS_OF.invalid });
  }
  const act = await actOf(request, body);
  try {
    const work = () => run(parsed.value);
    const fromPost = body.get(FROM_POST);
    return await submission.run(
      { requestId: act, ...(typeof fromPost === "string" && fromPost !== "" ? { fromPost } : {}) },
      work,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { field, params, theirs, revision, isTooLate } = error.details;
    if (isTooLate || error.kind === "forbidden" || error.kind === "missing")
      throw refusalResponse(error, body);
    const result = parsed.reply(
      field
        ? { hideFields, fieldErrors: { [field]: [error.code] } }
        : { hideFields, formErrors: [error.code] },
    ) as FormResult["result"];
    return data({ result, refusal: { code: error.code, params, theirs, revision } } as FormResult, {
      status: STATUS_OF[error.kind],
    });
  }
}
