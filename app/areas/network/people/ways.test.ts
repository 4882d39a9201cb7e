import { expect, test } from "vitest";
import { barredChannels, suggestedChannel, WAYS, type Way } from "./ways";

const barring = (...ways: Way[]) => ways.map((way) => ({ way, isBarred: true }));

test.each<[Way | null, Way[], string | undefined]>([
  [null, [], "phone"],
  ["eitaa", [], "message"],
  ["visit", ["phone"], "in-person"],
  [null, ["phone"], "message"],
  ["phone", ["phone"], "message"],
  ["eitaa", ["eitaa"], "phone"],
  ["sms", ["phone", "sms"], "message"],
  [null, WAYS.filter((way) => way !== "visit"), "in-person"],
  [null, [...WAYS], undefined],
])("who prefers %s and bars %j is first tried by %s", (preferred, barred, channel) =>
  expect(suggestedChannel(preferred, barring(...barred))).toBe(channel),
);

test("messages are barred when every way to write is", () => {
  expect(barredChannels(barring("sms", "eitaa"))).toEqual([]);
  expect(barredChannels(barring(...WAYS.filter((way) => way !== "phone" && way !== "visit")))).toEqual([
    "message",
  ]);
  expect(barredChannels([{ way: "phone", isBarred: false }])).toEqual([]);
});
