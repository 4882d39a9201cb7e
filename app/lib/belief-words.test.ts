import { expect, test } from "vitest";
import { beliefWords } from "./belief-words";
import { processorTime } from "../../tests/setup/processor-time";

test.each([
  ["از اصلاح‌طلبان شهر است", "اصلاحطلب"],
  ["آدم اصولگرایی است", "اصولگرا"],
  ["گرایش سیاسی: نامشخص", "گرایش سیاسی"],
  ["خانواده‌اش اهل سنت‌اند", "اهل سنت"],
  ["بهائی نیست ولی بهایی می‌گویند", "بهایی"],
  ["قومیت: ترکمن", "قومیت"],
  ["قوميتش را نمي‌دانم", "قومیت"],
  ["از قوم بلوچ", "از قوم"],
  ["همسایه مسیحی", "مسیحی"],
])("«%s» looks like a belief", (text, word) => expect(beliefWords(text)).toContain(word));

test.each([
  "جلسه مذهبی",
  "حلقه مذهبی مسجد جامع",
  "زمینه فعالیت: اجتماعی، فرهنگی، اقتصادی، مذهبی، علمی",
  "هیئت مذهبی محله را اداره می‌کند",
  "در شورای شهر عضو است و عصرها جواب می‌دهد",
  "روز پنجشنبه در خیابان مسیحی کلاس دارد",
  "پیگیر اصلاح طلبکاری آب است",
  "قوم و خویش آقای نوری",
  "از قومس گاز می‌آید",
  "توانایی: آموزش زبان ترکمنی",
  "",
])("«%s» is about work, places and hours", (text) => expect(beliefWords(text)).toEqual([]));

test("a very long text is read in a moment", () => {
  const text = "اصلاح ".repeat(200_000);
  expect(processorTime(() => void beliefWords(text))).toBeLessThan(1000);
});
