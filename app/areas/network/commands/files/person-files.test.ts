import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import type { QueueJob } from "~/kernel/queue-port";
import type { PlacedActor } from "~/kernel/actor";
import { abilityFrom } from "~/kernel/authorize";
import { within } from "~/kernel/db.server";
import { env, forgetEnv } from "~/kernel/env.server";
import { ownFileResponse, storeOwnFile } from "~/kernel/files.server";
import { areaRules } from "~/abilities";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, AQQALA, GOLESTAN, GORGAN, NATION, placeAt } from "../../../../../tests/factories/actors";
import { aPerson } from "../../../../../tests/factories/network";
import { plantPlaces } from "../../../../../tests/factories/posts";
import { ownerRows } from "../../../../../tests/setup/owner";
import { removeFilesOfPeople } from "../../../../../workers/jobs/person-files";
import { getOwnPage } from "../../queries.server/own-page";
import { getNote } from "../../queries.server/notes";
import { listPersonFiles } from "../../queries.server/person-files";
import { erasePerson } from "../erase-person.server";
import { registerPerson } from "../register-person.server";
import { rewriteNote } from "../rewrite-note.server";
import { addPersonFile } from "./add-person-file.server";
import { handOutPersonFile } from "./hand-out-person-file.server";
import { removePersonFile } from "./remove-person-file.server";
import { sweepPersonFiles } from "./sweep-person-files.server";

const assistant = actorOf(GORGAN, "assistant");
const PDF = new TextEncoder().encode("%PDF-1.4\nگواهی");
const file = { bytes: PDF, name: "../../گواهی.pdf" };
const title = { title: "گواهی دوره" };

/** Contents that lie on the disk, by the id of their record. */
async function kept(): Promise<string[]> {
  const folder = path.resolve(env().DATA_DIR, "files");
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}
/** Where content lies sealed, and where it lay before there was a key. */
const placeOf = (id: string, folder: "own" | "own-sealed") =>
  path.resolve(env().DATA_DIR, "files", folder, id.slice(-2), id);

/** Does something with another key of the installation. */
async function withAnotherKey(work: () => Promise<void>): Promise<void> {
  const before = process.env.PERSONAL_DATA_KEY;
  process.env.PERSONAL_DATA_KEY = "another key of another installation";
  forgetEnv();
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.PERSONAL_DATA_KEY;
    else process.env.PERSONAL_DATA_KEY = before;
    forgetEnv();
  }
}
/** Runs what the worker would of the files that went last. */
async function afterwards() {
  const [event] = await ownerRows<{ payload: object }>(
    "select payload from outbox_event where type = 'PersonFilesRemoved' order by id desc limit 1",
  );
  await removeFilesOfPeople.run({ data: { payload: event?.payload } } as QueueJob);
}
const aMember = async () => (await registerPerson(assistant, aPerson())).id;
const handOf = (personId: string): PlacedActor => {
  const member = { divisionId: GORGAN, personId };
  const who = {
    kind: "system" as const,
    key: `member:${uuidv7()}`,
    name: "",
    member,
    place: placeAt(GORGAN),
  };
  return { ...who, ability: abilityFrom(who, areaRules) };
};

beforeAll(plantPlaces);

test("a file on a person goes out as it came, and each time is written down", async () => {
  const personId = await aMember();
  const { id } = await addPersonFile(assistant, personId, title, file);
  const found = await handOutPersonFile(assistant, id);
  expect(found).toMatchObject({ title: "گواهی دوره", name: "گواهی.pdf", type: "application/pdf", personId });
  const answer = await ownFileResponse(found);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  const fetched = await ownerRows("select 1 from audit_entry where subject_id = $1 and verb = 'fetch'", [id]);
  expect(fetched).toHaveLength(1);
});

test("a file lies sealed, and opens with the key of its installation and as itself alone", async () => {
  const bytes = new Uint8Array(200_000).map((_, n) => (n < PDF.length ? (PDF[n] ?? 0) : n % 251));
  const ids = [];
  for (const content of [bytes, PDF])
    ids.push((await addPersonFile(assistant, await aMember(), title, { bytes: content, name: "x.pdf" })).id);
  const [id = "", other = ""] = ids;
  expect((await readFile(placeOf(id, "own-sealed"))).includes("%PDF")).toBe(false);
  const answer = await ownFileResponse(await handOutPersonFile(assistant, id));
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  const found = await handOutPersonFile(assistant, other);
  const sealed = { kind: "conflict", code: "refusal.file-sealed" };
  await withAnotherKey(() => expect(ownFileResponse(found)).rejects.toMatchObject(sealed));
  await mkdir(path.dirname(placeOf(other, "own-sealed")), { recursive: true });
  await rename(placeOf(id, "own-sealed"), placeOf(other, "own-sealed"));
  await expect(ownFileResponse(found)).rejects.toMatchObject(sealed);
});

test("a file from before there was a key goes out as it came, and the night seals it", async () => {
  const { id } = await addPersonFile(assistant, await aMember(), title, file);
  await mkdir(path.dirname(placeOf(id, "own")), { recursive: true });
  await rename(placeOf(id, "own-sealed"), placeOf(id, "own"));
  await writeFile(placeOf(id, "own"), PDF);
  const goesOut = async () => {
    const answer = await ownFileResponse(await handOutPersonFile(assistant, id));
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
  };
  await goesOut();
  await sweepPersonFiles(new Date());
  await expect(readFile(placeOf(id, "own"))).rejects.toThrow("ENOENT");
  await goesOut();
});

test("nobody beside the county or above it reads one, and its governor fetches none", async () => {
  const { id } = await addPersonFile(assistant, await aMember(), title, file);
  await expect(handOutPersonFile(actorOf(AQQALA, "assistant"), id)).rejects.toMatchObject({
    kind: "missing",
  });
  for (const [place, role] of [
    [GOLESTAN, "representative"],
    [NATION, "national-officer"],
    [GORGAN, "governor"],
  ] as const)
    await expect(handOutPersonFile(actorOf(place, role), id)).rejects.toMatchObject({ kind: "forbidden" });
  for (const place of [AQQALA, GOLESTAN, NATION])
    expect(
      await within(actorOf(place, "assistant"), (db) => db.$queryRaw`select 1 from person_file`),
    ).toEqual([]);
});

test("what is no picture and no PDF is not kept, nor one for nobody, and nothing of it lies about", async () => {
  const before = await kept();
  const personId = await aMember();
  const bytes = new TextEncoder().encode("PK\u0003\u0004 a workbook");
  await expect(addPersonFile(assistant, personId, title, { bytes, name: "x.pdf" })).rejects.toMatchObject({
    code: "refusal.file-type",
  });
  for (const [actor, whose] of [
    [assistant, uuidv7()],
    [actorOf(AQQALA, "assistant"), personId],
  ] as const)
    await expect(addPersonFile(actor, whose, title, file)).rejects.toMatchObject({ kind: "missing" });
  expect(await kept()).toEqual(before);
});

test("one that is taken away leaves its reason and no content, and the same content of another stays", async () => {
  const [personId, other] = [await aMember(), await aMember()];
  const { id } = await addPersonFile(assistant, personId, title, file);
  const { id: twin } = await addPersonFile(assistant, other, title, file);
  await removePersonFile(assistant, id, { reason: "برای شخص دیگری بود" });
  await afterwards();
  expect(await kept()).not.toContain(id);
  expect(await kept()).toContain(twin);
  await expect(handOutPersonFile(assistant, id)).rejects.toMatchObject({ kind: "missing" });
  await expect(removePersonFile(assistant, id, { reason: "باز" })).rejects.toMatchObject({
    kind: "conflict",
  });
  expect(await within(assistant, (db) => listPersonFiles(db, GORGAN, personId))).toMatchObject([
    { id, removedReason: "برای شخص دیگری بود" },
  ]);
});

test("why it was taken away, and its title, may be corrected and not left empty; of one that is there no reason is asked", async () => {
  const personId = await aMember();
  const { id } = await addPersonFile(assistant, personId, title, file);
  const noteOf = (kind: "file-title" | "file-reason") =>
    within(assistant, (db) => getNote(db, GORGAN, kind, id));
  await expect(noteOf("file-reason")).rejects.toMatchObject({ kind: "missing" });
  await removePersonFile(assistant, id, { reason: "طرفدار کسی است" });
  for (const [kind, note] of [
    ["file-reason", "برای شخص دیگری بود"],
    ["file-title", "گواهی دیگر"],
  ] as const) {
    const { revision } = await noteOf(kind);
    await expect(rewriteNote(assistant, kind, id, { revision })).rejects.toMatchObject({
      code: "form.required",
    });
    await rewriteNote(assistant, kind, id, { note, revision });
    await expect(rewriteNote(assistant, kind, id, { note: "باز", revision })).rejects.toMatchObject({
      kind: "conflict",
    });
  }
  expect(await within(assistant, (db) => listPersonFiles(db, GORGAN, personId))).toMatchObject([
    { id, title: "گواهی دیگر", removedReason: "برای شخص دیگری بود" },
  ]);
});

test("he sees on his own page that it is there and what it is called, and erasing takes it with its content", async () => {
  const personId = await aMember();
  const { id } = await addPersonFile(assistant, personId, title, file);
  const hand = handOf(personId);
  const member = { ...hand, kind: "member" as const };
  const page = await within(member, (db) => getOwnPage(db, GORGAN, personId));
  expect(page.files).toMatchObject([{ id, type: "application/pdf" }]);
  expect(JSON.stringify(page)).toContain("گواهی دوره");
  await erasePerson(hand, personId);
  await afterwards();
  expect(await ownerRows("select 1 from person_file where id = $1", [id])).toEqual([]);
  expect(await kept()).not.toContain(id);
  await expect(addPersonFile(assistant, personId, title, file)).rejects.toMatchObject({ kind: "missing" });
});

test("erased while a file is being added, he keeps neither it nor its content", async () => {
  const personId = await aMember();
  const id = uuidv7();
  const adding = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await adding.connect();
  try {
    await adding.query("begin");
    await adding.query("select from person where id = $1 for no key update", [personId]);
    const erased = erasePerson(handOf(personId), personId);
    await expect
      .poll(
        () =>
          ownerRows(
            "select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted",
          ),
        { timeout: 10_000 },
      )
      .not.toEqual([]);
    await adding.query(
      `insert into person_file (division_id, id, person_id, title, file_name, file_type, file_size, content_hash,
         added_at, added_by_key, added_by_name)
       values ($1, $2, $3, 'گواهی', 'x.pdf', 'application/pdf', 1, 'x', now(), 'x', 'x')`,
      [GORGAN, id, personId],
    );
    await adding.query("commit");
    await erased;
  } finally {
    await adding.end();
  }
  expect(await ownerRows("select 1 from person_file where id = $1", [id])).toEqual([]);
  const [event] = await ownerRows<{ payload: { fileIds: string[] } }>(
    "select payload from outbox_event where type = 'PersonFilesRemoved' order by id desc limit 1",
  );
  expect(event?.payload.fileIds).toEqual([id]);
});

test("of one who is erased no file is found, whatever is left of it", async () => {
  const personId = await aMember();
  const { id } = await addPersonFile(assistant, personId, title, file);
  await ownerRows("update person set erased_at = now() where id = $1", [personId]);
  await expect(handOutPersonFile(assistant, id)).rejects.toMatchObject({ kind: "missing" });
});

test("content that no record names goes after a day, and what one names stays", async () => {
  const [lost, removed] = [uuidv7(), (await addPersonFile(assistant, await aMember(), title, file)).id];
  await storeOwnFile(lost, PDF, "x.pdf");
  await removePersonFile(assistant, removed, { reason: "اشتباه بود" });
  const { id } = await addPersonFile(assistant, await aMember(), title, file);
  await sweepPersonFiles(new Date());
  expect(await kept()).toEqual(expect.arrayContaining([lost, removed, id]));
  await sweepPersonFiles(new Date(Date.now() + 2 * 86_400_000));
  expect(await kept()).toContain(id);
  expect(await kept()).not.toContain(lost);
  expect(await kept()).not.toContain(removed);
  expect(
    await within(assistant, (db) => db.$queryRaw`select * from person_files_kept(array[${id}]::uuid[])`),
  ).toEqual([]);
});

test("every file of him is listed, and of those taken away the last few", async () => {
  const personId = await aMember();
  const { id: oldest } = await addPersonFile(assistant, personId, title, file);
  for (let n = 0; n < 7; n++) {
    const { id } = await addPersonFile(assistant, personId, title, file);
    await removePersonFile(assistant, id, { reason: "اشتباه بود" });
  }
  const listed = await within(assistant, (db) => listPersonFiles(db, GORGAN, personId));
  expect(listed).toHaveLength(6);
  expect(listed.at(-1)).toMatchObject({ id: oldest, removedReason: null });
});

test("it goes along when two records of him are merged", async () => {
  const [kept, gone] = [await aMember(), await aMember()];
  const { id } = await addPersonFile(assistant, gone, title, file);
  await within(
    assistant,
    (db) => db.$queryRaw`select person_absorb(${GORGAN}::int, ${kept}::uuid, ${gone}::uuid)`,
  );
  expect(await within(assistant, (db) => listPersonFiles(db, GORGAN, kept))).toMatchObject([{ id }]);
});
