import { useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { describe, expect, test } from "vitest";
import { renderPage, textOf } from "../../../tests/ui/render-page";
import { Checkbox } from "./checkbox";
import { CheckboxGroup, RadioGroup } from "./choice-group";
import { ComboBox } from "./combo-box";
import { DateField } from "./date-field";
import { Form } from "./form";
import type { RefusalFace } from "./form-context";
import { PasswordField } from "./password-field";
import { Select } from "./select";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

type Input = {
  title: string;
  story: string;
  day: string;
  body: string;
  office: string;
  kind: string;
  classes: string[];
  sms: boolean;
  password: string;
};

const labels = { title: "عنوان", day: "تاریخ دیدار" };

function page(lastResult: SubmissionResult<string[]> | undefined, refusal?: RefusalFace) {
  return renderPage(
    function Page() {
      const [form, fields] = useForm<Input>({ id: "f", lastResult });
      const options = [
        { value: "water", label: "Water" },
        { value: "power", label: "Power" },
      ];
      return (
        <Form form={form} labels={labels} requestId="0193-aa" revision={3} refusal={refusal}>
          <TextField field={fields.title} help="کوتاه" />
          <TextArea field={fields.story} label="شرح" optional />
          <DateField field={fields.day} />
          <Select field={fields.body} label="دستگاه" options={options} />
          <ComboBox field={fields.office} label="اداره" options={options} />
          <RadioGroup field={fields.kind} label="گونه" choices={options} />
          <CheckboxGroup field={fields.classes} label="دسته" choices={options} />
          <Checkbox field={fields.sms} label="پیامک" />
          <PasswordField field={fields.password} label="گذرواژه" />
        </Form>
      );
    },
    { messages: { "demands.closed": "این مطالبه {days} روز پیش بسته شده است." } },
  );
}

const refused: SubmissionResult<string[]> = {
  status: "error",
  initialValue: {
    title: "<script>alert(1)</script>",
    story: "سه سطر",
    day: "۱۴۰۴/۱۲/۳۰",
    body: "power",
    office: "water",
    kind: "power",
    classes: ["water", "power"],
    sms: "on",
    password: "secret",
  },
  error: { title: ["form.too-long?max=200"], day: ["form.date.no-such-day"] },
};

describe("a form", () => {
  test("carries its request id and the version it was filled from, and posts without script", () => {
    const form = page(undefined).querySelector("form");
    expect(form?.getAttribute("method")).toBe("post");
    expect(form?.querySelector<HTMLInputElement>("[name=requestId]")?.value).toBe("0193-aa");
    expect(form?.querySelector<HTMLInputElement>("[name=revision]")?.value).toBe("3");
    expect(form?.querySelector("[role=alert]")).toBeNull();
  });

  test("refused, it opens with a summary whose lines lead to their fields", () => {
    const document = page(refused);
    const summary = document.querySelector("[role=alert]");
    expect(textOf(summary)).toContain("۲ جای فرم را درست کنید");
    expect(textOf(summary)).toContain("چیزی ثبت نشد");
    const links = [...(summary?.querySelectorAll("a") ?? [])];
    expect(links.map(textOf)).toEqual(["عنوان", "تاریخ دیدار"]);
    for (const link of links) {
      expect(document.querySelector(link.getAttribute("href") ?? "")).not.toBeNull();
    }
  });

  test("says what is wrong beside the field, in words and to a screen reader", () => {
    const title = page(refused).querySelector<HTMLInputElement>("[name=title]");
    expect(title?.getAttribute("aria-invalid")).toBe("true");
    const described = (title?.getAttribute("aria-describedby") ?? "").split(" ");
    const texts = described.map((id) => textOf(title?.ownerDocument.getElementById(id)));
    expect(texts).toEqual(["بیش از اندازه بلند است؛ دست بالا ۲۰۰ نویسه بنویسید.", "کوتاه"]);
  });

  test("keeps everything that was typed, and never a password", () => {
    const document = page(refused);
    const value = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value;
    expect(value("title")).toBe("<script>alert(1)</script>");
    expect(document.querySelector("script")).toBeNull();
    expect(value("story")).toBe("سه سطر");
    expect(value("day")).toBe("۱۴۰۴/۱۲/۳۰");
    expect(value("body")).toBe("power");
    expect(value("office")).toBe("water");
    expect(document.querySelector<HTMLInputElement>("[name=kind]:checked")?.value).toBe("power");
    expect(document.querySelectorAll("[name=classes]:checked")).toHaveLength(2);
    expect(document.querySelector<HTMLInputElement>("[name=sms]")?.checked).toBe(true);
    expect(value("password")).toBe("");
  });

  test("every control has a label of its own", () => {
    const document = page(undefined);
    const controls = [
      ...document.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), select, textarea"),
    ];
    expect(controls.length).toBeGreaterThan(8);
    for (const control of controls) expect(control.labels?.length, control.name).toBe(1);
  });

  test("a refused command is told in its own words, with its parameters", () => {
    const document = page(
      { status: "error", initialValue: {}, error: { "": ["demands.closed"] } },
      { code: "demands.closed", params: { days: 12 } },
    );
    expect(textOf(document.querySelector("[role=alert]"))).toContain("این مطالبه ۱۲ روز پیش بسته شده است.");
  });

  test("the second of two editors sees both texts and loses neither", () => {
    const document = page(
      { status: "error", initialValue: { title: "متن من" }, error: { "": ["refusal.changed"] } },
      { code: "refusal.changed", theirs: { title: "متن او" }, revision: 7 },
    );
    expect(textOf(document.body)).toContain("متن او");
    expect(document.querySelector<HTMLInputElement>("[name=title]")?.value).toBe("متن من");
    expect(document.querySelector<HTMLInputElement>("[name=revision]")?.value).toBe("7");
  });
});

describe("a date field", () => {
  test("is a text box at first: without script nothing promises a calendar", () => {
    const document = page(undefined);
    const day = document.querySelector<HTMLInputElement>("[name=day]");
    expect(day?.type).toBe("text");
    expect(day?.parentElement?.querySelector("button")).toBeNull();
    expect(textOf(document.getElementById(day?.getAttribute("aria-describedby") ?? ""))).toContain(
      "۱۴۰۵/۱۰/۱۹",
    );
  });
});

test("figures start in the digits of the page, codes with those they have", () => {
  const starts = (locale: "fa" | "en") =>
    [
      ...renderPage(
        function Page() {
          const [form, fields] = useForm<Record<"days" | "letter" | "day" | "code", string>>({
            defaultValue: { days: "30", letter: "الف/4482/35", day: "1405/10/03", code: "user-7" },
          });
          return (
            <Form form={form} labels={{}} requestId="0193-aa">
              <TextField field={fields.days} digits />
              <TextField field={fields.letter} letterNumber />
              <DateField field={fields.day} />
              <TextField field={fields.code} code />
            </Form>
          );
        },
        { locale },
      ).querySelectorAll<HTMLInputElement>("input[type=text]"),
    ].map(({ defaultValue }) => defaultValue);
  expect(starts("fa")).toEqual(["۳۰", "الف/۴۴۸۲/۳۵", "۱۴۰۵/۱۰/۰۳", "user-7"]);
  expect(starts("en")).toEqual(["30", "الف/4482/35", "1405/10/03", "user-7"]);
});
