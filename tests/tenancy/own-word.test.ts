import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOfficeLink, signedIn } from "../factories/sessions";
import { openApplication } from "../setup/application";
import { ownerRows } from "../setup/owner";
import { holdSample } from "../setup/sample";

await holdSample(0.2);
const app = await openApplication();
const GORGAN = 28_005;

afterAll(() => app.close());

/** Staff who verify or close what an office or a citizen of Gorgan says, and staff who have no say there. */
const OVER = [
  [GORGAN, "assistant"],
  [28_000, "provincial-expert"],
  [0, "national-officer"],
] as const;
const ELSEWHERE = [28_008, "assistant"] as const;

const html = async (response: Response) => ({ status: response.status, text: await response.text() });

describe("an office speaks from a browser of its own", () => {
  let link: string;
  let obligation: { id: string; office: string };
  const state = async () =>
    (
      await ownerRows<{ state: string; revision: number }>(
        "select state, revision from obligation where id = $1",
        [obligation.id],
      )
    )[0];

  beforeAll(async () => {
    const [row] = await ownerRows<{ id: string; office: string }>(
      "select id, office_id as office from obligation where division_id = $1 limit 1",
      [GORGAN],
    );
    if (!row) throw new Error("The sample has obligations.");
    obligation = row;
    await ownerRows("update obligation set state = 'issued', revision = 1 where id = $1", [row.id]);
    link = `/office/${await anOfficeLink(GORGAN, row.office)}`;
  });

  test.each(OVER)("staff of %i as %s read its page and do not report in its name", async (place, role) => {
    const cookie = await signedIn(place, role);
    const page = await html(await app.visit(`${link}/${obligation.id}`, { cookie }));
    expect(page.status).toBe(200);
    expect(page.text).toContain("تنها می‌توان خواند");
    expect(page.text).not.toContain('value="acknowledge"');
    const form = { do: "acknowledge", revision: "1" };
    expect((await app.visit(`${link}/${obligation.id}`, { cookie, form })).status).toBe(403);
    expect(await state()).toEqual({ state: "issued", revision: 1 });
  });

  test("an officer without an account does, and so does staff of another place", async () => {
    const page = await html(await app.visit(`${link}/${obligation.id}`));
    expect(page.text).toContain('value="acknowledge"');
    expect(page.text).not.toContain("تنها می‌توان خواند");
    const acknowledged = await app.visit(`${link}/${obligation.id}`, {
      form: { do: "acknowledge", revision: "1" },
    });
    expect(acknowledged.status).toBe(302);
    const started = await app.visit(`${link}/${obligation.id}`, {
      cookie: await signedIn(...ELSEWHERE),
      form: { do: "start", revision: "2" },
    });
    expect(started.status).toBe(302);
    expect(await state()).toEqual({ state: "in-progress", revision: 3 });
  });

  test("nor does staff answer a demand in its name", async () => {
    const [demand] = await ownerRows<{ id: string; revision: number }>(
      "update demand set state = 'referred', office_id = $2 where id = (select id from demand where division_id = $1 limit 1) returning id, revision",
      [GORGAN, obligation.office],
    );
    const path = `${link}/demands/${demand?.id}`;
    const cookie = await signedIn(GORGAN, "assistant");
    const page = await html(await app.visit(path, { cookie }));
    expect([page.status, page.text.includes('name="answerText"')]).toEqual([200, false]);
    expect((await html(await app.visit(path))).text).toContain('name="answerText"');
    const form = { answerText: "انجام شد", answerKind: "done", revision: String(demand?.revision) };
    expect((await app.visit(path, { cookie, form })).status).toBe(403);
    const rows = await ownerRows("select state from demand where id = $1", [demand?.id]);
    expect(rows).toEqual([{ state: "referred" }]);
  });
});

describe("a citizen judges from a browser of his own", () => {
  let code: string;
  const verdict = async () =>
    (
      await ownerRows<{ verdict: string | null }>("select verdict from demand where tracking_code = $1", [
        code,
      ])
    )[0];

  beforeAll(async () => {
    const [row] = await ownerRows<{ code: string }>(
      `update demand set state = 'answered', answer_kind = 'done', answer_text = 'شیر عوض شد', answered_at = now(),
         verdict = null, verdict_at = null
       where id = (select id from demand where division_id = $1 order by id desc limit 1)
       returning tracking_code as code`,
      [GORGAN],
    );
    code = row?.code ?? "";
  });

  test.each(OVER)("staff of %i as %s read his page and give no word in his name", async (place, role) => {
    const cookie = await signedIn(place, role);
    const page = await html(await app.visit(`/t/${code}`, { cookie }));
    expect(page.status).toBe(200);
    expect(page.text).toContain("تنها می‌توان خواند");
    expect(page.text).not.toContain('name="verdict"');
    expect((await app.visit(`/t/${code}`, { cookie, form: { verdict: "solved" } })).status).toBe(403);
    expect(await verdict()).toEqual({ verdict: null });
  });

  test("whoever holds the code and no account here gives it", async () => {
    expect((await html(await app.visit(`/t/${code}`))).text).toContain('name="verdict"');
    expect((await app.visit(`/t/${code}`, { form: { verdict: "solved" } })).status).toBe(302);
    expect(await verdict()).toEqual({ verdict: "solved" });
  });
});
