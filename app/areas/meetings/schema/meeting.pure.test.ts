import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { RecordMeeting } from "./meeting";

/** Errors by field of a form filled like this one, with some fields otherwise. */
function errorsOf(given: Record<string, string>) {
  const form = new FormData();
  const filled = {
    kind: "thematic",
    title: "نشست آب روستایی",
    heldOn: "1405/09/20",
    network: "12",
    bodies: "3",
  };
  for (const [name, value] of Object.entries({ ...filled, ...given })) form.set(name, value);
  const parsed = parseWithZod(form, { schema: RecordMeeting });
  return parsed.status === "success" ? {} : parsed.error;
}

test("a thematic meeting with the network and a body is complete", () => expect(errorsOf({})).toEqual({}));

describe("a joint meeting", () => {
  test.each([
    [{ network: "", bodies: "3", councils: "2" }, { network: ["meetings.joint-needs-network"] }],
    [{ network: "9", bodies: "0", councils: "2" }, { bodies: ["meetings.joint-needs-bodies"] }],
    [{ network: "9", bodies: "3" }, { councils: ["meetings.joint-needs-councils"] }],
    [{ network: "9", bodies: "3", municipalities: "۱" }, {}],
    [{ network: "9", bodies: "3", councils: "۴" }, {}],
  ])("needs the network, bodies, and councils or municipalities (%#)", (given, errors) =>
    expect(errorsOf({ kind: "joint", ...given })).toEqual(errors),
  );
});

test.each([
  [{ title: "" }, { title: ["form.required"] }],
  [{ title: "آ".repeat(100_000) }, { title: ["form.too-long?max=200"] }],
  [{ kind: "secret" }, { kind: ["form.choose"] }],
  [{ heldOn: "1404/12/30" }, { heldOn: ["form.date.no-such-day"] }],
  [{ heldOn: "۹۳/۷/۱۴" }, { heldOn: ["form.date.ambiguous"] }],
  [{ heldOn: "206/93/11852" }, { heldOn: ["form.date.not-a-date"] }],
  [{ heldOn: "۱۴۰۳/۱۲/۳۰" }, {}],
  [{ network: "دوازده" }, { network: ["form.not-a-number"] }],
  [{ network: "-3" }, { network: ["form.too-small?min=0"] }],
  [{ network: "1000000" }, { network: ["form.too-large?max=100000"] }],
  [{ network: "0", bodies: "" }, { network: ["meetings.nobody-came"] }],
  [{ startsAt: "25:00" }, { startsAt: ["form.time.invalid"] }],
  [{ startsAt: "۱۶", endsAt: "۱۴:۳۰" }, { endsAt: ["meetings.ends-before-start"] }],
])("bad input is answered beside its field (%#)", (given, errors) => expect(errorsOf(given)).toEqual(errors));
