import { afterAll, expect, test } from "vitest";
import { importMinutes } from "~/areas/meetings/minutes/commands/import-minutes.server";
import { getDraft } from "~/areas/meetings/queries.server/minutes";
import { within } from "~/kernel/db.server";
import { actorOf, GOLESTAN } from "../factories/actors";
import { signedIn } from "../factories/sessions";
import { SMALL_MINUTES } from "../factories/small-minutes";
import { openApplication } from "../setup/application";

const app = await openApplication();
afterAll(() => app.close());

/** The fields that a form of the page sends when the button of this value is pressed. */
function formWith(button: string, page: string): Record<string, string> {
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`value="${button}"`)) ?? "";
  const hidden = (form.match(/<input type="hidden"[^>]*>/g) ?? []).map((input) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? "",
    /value="([^"]*)"/.exec(input)?.[1] ?? "",
  ]);
  return { ...(Object.fromEntries(hidden) as Record<string, string>), do: button };
}

test("the button that adds a resolution, pressed twice, adds one; pressed on the new page, one more", async () => {
  const expert = actorOf(GOLESTAN, "provincial-expert");
  const { id } = await importMinutes(expert, { text: SMALL_MINUTES });
  const resolutions = async () =>
    (await within(expert, (db) => getDraft(db, GOLESTAN, id))).review.resolutions.length;
  const before = await resolutions();
  const cookie = await signedIn(GOLESTAN, "provincial-expert");
  const path = `/${GOLESTAN}/minutes/review/${id}`;
  const press = async () => {
    const form = formWith("add", await (await app.visit(path, { cookie })).text());
    return Promise.all([app.visit(path, { cookie, form }), app.visit(path, { cookie, form })]);
  };
  const answers = await press();
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  expect(answers[0].headers.get("location")).toBe(answers[1].headers.get("location"));
  expect(await resolutions()).toBe(before + 1);
  await press();
  expect(await resolutions()).toBe(before + 2);
});
