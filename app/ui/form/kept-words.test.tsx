import { useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import type { SubmissionResult } from "@conform-to/react";
import { expect, test } from "vitest";
import { renderPage, textOf } from "../../../tests/ui/render-page";
import { PublicFrame } from "../frame/public-frame";
import { PageHeader } from "../page-header";
import { Form } from "./form";
import { TextArea } from "./text-area";

type Answer = { result: SubmissionResult<string[]>; refusal?: { code: string } };

const typed = {
  intent: "answer",
  answerKind: "solved",
  answerText: "با اختیار استان\nحل شد <b>",
  officeId: "0193aaaa-0000-7000-8000-000000000001",
  requestId: "0193aaaa-0000-7000-8000-000000000002",
};
const refused: Answer = {
  result: { status: "error", initialValue: typed, error: { "": ["obstacles.moved"] } },
  refusal: { code: "obstacles.moved" },
};
const messages = { "obstacles.moved": "پیش از شما پاسخ داده شده است." };

function AnswerForm() {
  const [form, fields] = useForm<{ answerText: string }>({ lastResult: useActionData<Answer>()?.result });
  return (
    <Form form={form} labels={{ answerText: "پاسخ" }}>
      <TextArea field={fields.answerText} />
    </Form>
  );
}

const page = (hasForm: boolean, actionData?: Answer) =>
  renderPage(
    () => (
      <PublicFrame>
        <PageHeader title="مانع" />
        {hasForm && <AnswerForm />}
      </PublicFrame>
    ),
    { messages, ...(actionData && { actionData }) },
  );
const texts = (document: Document) => [...document.querySelectorAll("textarea")].map(({ value }) => value);

test("what was typed into a form that is gone stands on the page with what happened, without script", () => {
  const document = page(false, refused);
  expect(texts(document)).toEqual([typed.answerText]);
  const notice = document.querySelector("[data-kept] [role=alert]");
  expect(textOf(notice)).toContain("پیش از شما پاسخ داده شده است.");
  expect(textOf(notice)).toContain("گم هم نشده است");
  expect(document.querySelector("textarea")?.labels).toHaveLength(1);
});

test("where the form is still there it alone shows what was typed", () => {
  const document = page(true, refused);
  expect(texts(document)).toEqual([typed.answerText]);
  expect(document.querySelector("[data-kept]")).toBeNull();
});

test("a page that refused nothing, or only a press, keeps nothing", () => {
  expect(page(false).querySelector("[data-kept]")).toBeNull();
  const pressed = {
    ...refused,
    result: { ...refused.result, initialValue: { intent: "take", revision: "1" } },
  };
  expect(page(false, pressed).querySelector("[data-kept]")).toBeNull();
});
