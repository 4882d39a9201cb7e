import { afterEach, beforeEach, expect, test } from "vitest";
import { translate } from "~/ui/translate";
import { completeWords, wordsComing, wordsOf } from "~/ui/page-words";

const held = { catalogue: globalThis.__peyvand_catalogue, messages: globalThis.__peyvand_messages };
beforeEach(() => {
  // As in a browser, where a document brought the words that it was drawn with.
  globalThis.__peyvand_catalogue = undefined;
  globalThis.__peyvand_messages = { "a.here": "آمده" };
});
afterEach(() => {
  globalThis.__peyvand_catalogue = held.catalogue;
  globalThis.__peyvand_messages = held.messages;
});

test("a word that has not come is nothing rather than the name of its key, and the page hears once it is there", async () => {
  const say = (key: string) => translate(wordsOf("fa"), "fa", key);
  expect(say("a.here")).toBe("آمده");
  expect(say("a.later")).toBe("");
  let heard = 0;
  const leave = wordsComing.subscribe(() => (heard += 1));
  await completeWords(
    `data:text/javascript,${encodeURIComponent('export const words = { "a.later": "رسید" };')}`,
  );
  leave();
  expect(say("a.later")).toBe("رسید");
  expect([heard, wordsComing.arrivals(), wordsComing.areAllHere()]).toEqual([1, 1, true]);
  // With all words here, a key without one is a gap to be seen.
  expect(say("a.none")).toBe("a.none");
});
