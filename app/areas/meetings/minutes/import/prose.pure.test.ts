import { expect, test } from "vitest";
import { DICTIONARY } from "../../../../../tests/minutes/dictionary";
import { parseMinutes } from "./parse";

const read = (text: string) => parseMinutes(text, DICTIONARY);
const texts = (text: string) => read(text).resolutions.map((resolution) => resolution.text.value);

test("who and when stand behind their labels, wherever a clerk puts these", () => {
  const { resolutions } = read(
    [
      "مصوبات:",
      "۱- مقرر گردید راه‌ها پاک شود. (مسئول پیگیری: اداره کل راهداری؛ مهلت: ظرف یک ماه) و نتیجه اعلام گردد.",
      "۲- مقرر گردید گزارش داده شود.",
      "مهلت اجرا: ۱۴۰۵/۱۱/۱۵",
      "دستگاه مجری: اداره کل مدیریت بحران، پدافند غیرعامل و ایمنی استان و هلال احمر",
    ].join("\n"),
  );
  expect(resolutions).toMatchObject([
    {
      text: { value: "مقرر گردید راه‌ها پاک شود. و نتیجه اعلام گردد." },
      parties: [{ code: "roads", confidence: "clear" }],
      deadline: { kind: "relative", text: "ظرف یک ماه" },
    },
    { parties: [{ code: "crisis" }, { code: "red-crescent" }], deadline: { date: "2027-02-04" } },
  ]);
});

test("an agenda, the clauses of a circular and what was resolved before are no resolutions", () => {
  expect(texts("دستور جلسه:\n۱- گزارش دبیر\n۲- سایر موارد")).toEqual([]);
  expect(texts("۱- صدور ابلاغ برای مدیران\n۲- تشکیل شورای اطلاع‌رسانی\n۳- تجهیز دفتر")).toEqual([]);
  expect(texts("پیگیری مصوبات جلسه قبل:\n۱- مقرر گردید راه باز شود.")).toEqual([]);
  expect(texts("در جلسه گذشته مقرر شد راه باز شود.")).toEqual([]);
  expect(texts("تدوین برنامه و تجلیل از برترها از دیگر موارد مطرح شده در این جلسه بود.")).toEqual([]);
});

test("a list inside a resolution begins no new one", () => {
  const { resolutions } = read(
    ["مصوبات", "۱- مقرر گردید:", "۱) راه باز شود", "۲) پل ساخته شود", "۲- مقرر گردید گزارش داده شود"].join(
      "\n",
    ),
  );
  expect(resolutions.map(({ number }) => number)).toEqual([1, 2]);
  expect(resolutions[0]?.subItems).toHaveLength(2);
});

test("a report's own words tell title, place, day and those present", () => {
  const { header, attendees, resolutions, warnings } = read(
    "سومین نشست کارگروه خدمت زمستانی روز شنبه بیست و یکم خرداد ماه هزار و چهارصد و دو با حضور فرمانداران استان در محل سالن استانداری برگزار شد. " +
      "در این نشست مقرر شد راه‌ها تا پایان مهر ماه بازگشایی شود و به منظور آگاهی مردم گزارش ماهانه منتشر گردد.",
  );
  expect(header).toMatchObject({
    title: { value: "سومین نشست کارگروه خدمت زمستانی", confidence: "likely" },
    place: { value: "سالن استانداری" },
    date: { value: "2023-06-11" },
  });
  expect(attendees.map(({ written }) => written)).toEqual(["فرمانداران استان"]);
  expect(resolutions.map(({ text, deadline }) => [text.value, deadline?.kind])).toEqual([
    ["مقرر شد راه‌ها تا پایان مهر ماه بازگشایی شود", "dated"],
    ["به منظور آگاهی مردم گزارش ماهانه منتشر گردد", "continuous"],
  ]);
  expect(warnings).toContainEqual({ code: "read-from-sentences", found: 2 });
});

test("resolutions under a heading of their own need no verb that says so", () => {
  expect(
    texts("تصمیمات متخذه:\n۱. لزوم پاسخ‌گویی به مردم\n۲. عدم تمرکز کارها\nامضای حاضران\n۱. فرماندار"),
  ).toEqual(["لزوم پاسخ‌گویی به مردم", "عدم تمرکز کارها"]);
});

test("a resolution that speaks of a report on resolutions ends nothing", () => {
  const sentences = [
    "مقرر گردید اداره برق تیرها را جابجا کند.",
    "مقرر گردید اداره گاز گزارش اجرای مصوبات را تا پایان تیر ارائه دهد.",
    "پیگیری مصوبات جلسه قبل به دبیرخانه سپرده شد.",
    "مصوبات جلسه شورا به ادارات ابلاغ شود.",
    "مقرر گردید پل ساخته شود.",
  ];
  const numbered = sentences.map((sentence, at) => `${at + 1}- ${sentence}`);
  expect(texts(["مصوبات:", ...numbered].join("\n"))).toEqual(sentences);
  expect(texts(["پیگیری مصوبات جلسه قبل انجام شد.", ...numbered].join("\n"))).toHaveLength(5);
});

test.each([
  "پیگیری مصوبات جلسه قبل",
  "الف) گزارش پیگیری مصوبات جلسه قبل:",
  "مصوبات جلسه قبل به شرح زیر قرائت شد:",
  "وضعیت اجرای مصوبات جلسات گذشته",
])("below «%s» stands what was resolved before", (heading) => {
  expect(texts(`${heading}\n۱- مقرر گردید راه باز شود.`)).toEqual([]);
});

test("a numbered sentence below the resolutions that joined none of them is named", () => {
  const unread = read(
    "مصوبات:\n۱- مقرر گردید راه باز شود.\nامضا:\n۱- آقای احمدی، فرماندار\n۹- مقرر گردید پل ساخته شود.",
  ).warnings.filter(({ code }) => code === "line-not-read");
  expect(unread).toEqual([{ code: "line-not-read", line: 5, written: "۹- مقرر گردید پل ساخته شود." }]);
});

const DECIDED = [
  "مقرر گردید اداره برق تیرها را جابجا کند.",
  "اداره گاز تا پایان تیر گزارش دهد.",
  "لزوم همکاری همه دستگاه‌ها در نظافت شهر",
];

test.each([
  ["paragraphs", DECIDED],
  ["bullets", DECIDED.map((each) => `• ${each}`)],
  ["dashes", DECIDED.map((each) => `- ${each}`)],
  ["letters", DECIDED.map((each, at) => `${["الف", "ب", "ج"][at]}) ${each}`)],
])("resolutions below their heading are read as %s, and as a guess", (_, lines) => {
  for (const heading of ["مصوبات:", "ج- مصوبات:", "۴- تصمیمات متخذه"]) {
    const { resolutions, warnings } = read([heading, ...lines, "امضای حاضران", "فرماندار"].join("\n"));
    expect(resolutions.map(({ text }) => text.value)).toEqual(DECIDED);
    expect(resolutions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(resolutions.every(({ numberConfidence }) => numberConfidence === "guess")).toBe(true);
    expect(warnings.map(({ code }) => code)).not.toContain("line-not-read");
  }
});

test("who and when on lines of their own belong to the paragraph above", () => {
  const { resolutions } = read(
    "مصوبات:\nمقرر گردید راه باز شود.\nمسئول پیگیری: اداره کل راهداری\nمهلت: ظرف یک ماه\nپل ساخته شود.",
  );
  expect(resolutions).toMatchObject([
    {
      text: { value: "مقرر گردید راه باز شود." },
      parties: [{ code: "roads" }],
      deadline: { text: "ظرف یک ماه" },
    },
    { text: { value: "پل ساخته شود." }, parties: [], deadline: null },
  ]);
});

test("words between the heading and the first number are named where they decide", () => {
  const { resolutions, warnings } = read(
    "مصوبات:\nمقرر شد گزارش سالانه داده شود.\n۱- مقرر گردید راه باز شود.\n۲- مقرر گردید پل ساخته شود.",
  );
  expect(resolutions).toHaveLength(2);
  expect(warnings).toContainEqual({
    code: "line-not-read",
    line: 2,
    written: "مقرر شد گزارش سالانه داده شود.",
  });
});

const TWO = ["۱- مقرر گردید راه باز شود.", "۲- مقرر گردید پل ساخته شود."];
const TWO_TEXTS = ["مقرر گردید راه باز شود.", "مقرر گردید پل ساخته شود."];

test("a point of the agenda that speaks of earlier resolutions swallows none of this meeting", () => {
  const agenda = ["دستور جلسه:", "پیگیری مصوبات جلسه قبل", "بررسی آب روستاها"];
  expect(texts([...agenda, ...TWO].join("\n"))).toEqual(TWO_TEXTS);
});

test("a line about earlier resolutions between two numbers parts no list", () => {
  const [one = "", two = ""] = TWO;
  expect(texts(["مصوبات:", one, "پیگیری مصوبات جلسه قبل", two].join("\n"))).toHaveLength(2);
});

test("a list that is numbered anew below the earlier one is of this meeting", () => {
  const text = ["پیگیری مصوبات جلسه قبل", "۱- مقرر گردید گاز وصل شود (انجام شد).", "گفت‌وگو شد و:", ...TWO];
  expect(texts(text.join("\n"))).toEqual(TWO_TEXTS);
  const headed = ["پیگیری مصوبات جلسه قبل", ...TWO, "مصوبات:", "۱- مقرر گردید گزارش داده شود."];
  expect(texts(headed.join("\n"))).toEqual(["مقرر گردید گزارش داده شود."]);
});

test("what is passed over as resolved before is never passed over in silence", () => {
  for (const heading of ["پیگیری مصوبات جلسه قبل", "گزارش پیگیری مصوبات جلسه قبل:"])
    expect(read([heading, ...TWO].join("\n")).warnings).toContainEqual({
      code: "earlier-passed-over",
      line: 1,
      written: heading,
      found: 2,
    });
});

test.each([
  [
    "در این جلسه گزارش آب بررسی شد و طرح فاضلاب گرگان تصویب شد و مقرر شد مدرسه‌ها تجهیز گردد.",
    ["طرح فاضلاب گرگان تصویب شد", "مقرر شد مدرسه‌ها تجهیز گردد"],
  ],
  [
    "مقرر شد راه روستاها باز شود و مقرر گردید پل‌ها ساخته شود و مقرر شد گزارش ماهانه داده شود.",
    ["مقرر شد راه روستاها باز شود", "مقرر گردید پل‌ها ساخته شود", "مقرر شد گزارش ماهانه داده شود"],
  ],
  [
    "با توجه به سرما طرح گرم‌خانه‌ها مصوب شد و نیز مقرر شد شهرداری گرم‌خانه بسازد.",
    ["با توجه به سرما طرح گرم‌خانه‌ها مصوب شد", "مقرر شد شهرداری گرم‌خانه بسازد"],
  ],
  ["راه‌ها بازدید و پل‌ها بررسی و مقرر شد گزارش داده شود.", ["مقرر شد گزارش داده شود"]],
  [
    "مقرر شد طرحی که سال پیش تصویب شد بازنگری شود و گزارش آن داده شود.",
    ["مقرر شد طرحی که سال پیش تصویب شد بازنگری شود و گزارش آن داده شود"],
  ],
])("each verb of decision in a reported sentence has its own: %s", (sentence, expected) => {
  expect(texts(sentence)).toEqual(expected);
});
