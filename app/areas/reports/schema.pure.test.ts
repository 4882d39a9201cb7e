import { expect, test } from "vitest";
import { uuidv7 } from "~/lib/identifiers";
import { SaveNarrative } from "./schema";

const typed = (text: string, blankReason = "") =>
  SaveNarrative.safeParse({ reportId: uuidv7(), dutyCode: "a6", text, blankReason, revision: "0" });

test("a narrative of 200,000 characters is refused beside its field, with how long it may be", () => {
  const answer = typed("م".repeat(200_000));
  expect(answer.error?.issues).toEqual([
    expect.objectContaining({ path: ["text"], message: "form.too-long?max=8000" }),
  ]);
  expect(typed("م".repeat(8000)).success).toBe(true);
  expect(typed("", "م".repeat(601)).error?.issues).toMatchObject([{ path: ["blankReason"] }]);
});

test("what is pasted from Word keeps its words and lines and loses what cannot be seen", () => {
  // Arabic letters, a mark of direction, a vertical tab's line, a zero byte and line ends of another system.
  const pasted = "\u200fجلسه\u200cهاي شبكه\u202c\r\n\u2022\tهفت جلسه\u0000\r\n\r\n";
  expect(typed(pasted).data?.text).toBe("جلسه\u200cهای شبکه\n\u2022\tهفت جلسه");
});

test("markup in a narrative is text like any other, and nothing of it is dropped", () => {
  const pasted = '<p class="MsoNormal" style="mso-list:l0">هفت جلسه</p><script>alert(1)</script>';
  expect(typed(pasted).data?.text).toBe(pasted);
});
