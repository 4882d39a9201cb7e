import { describe, expect, test } from "vitest";
import { capacitiesWith } from "~/areas/network/choices";
import { archivePeople } from "~/areas/network/commands/archive-people.server";
import { openJoinLink } from "~/areas/network/commands/open-join-link.server";
import { getJoinLink } from "~/areas/network/queries.server/joining";
import { sayIn } from "~/exported-lists.server";
import { openJoinForm } from "~/join-door.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, NATION, SARI, actorOf, placeAt } from "../../../../tests/factories/actors";
import { ownerRows } from "../../../../tests/setup/owner";
import type { Kind } from "../choices";
import { listEntries, offeredOf, ownWords } from "../queries.server";
import { AddNames, WordEntry } from "../schema";
import { addEntry } from "./add-entry.server";
import { addNames } from "./add-names.server";
import { wordEntry } from "./word-entry.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const representative = actorOf(GOLESTAN, "representative");
const officer = actorOf(NATION, "national-officer");
const entriesAt = (actor: typeof assistant, kind: Kind) =>
  within(actor, (db) => listEntries(db, actor.place, [kind]));
const offeredAt = async (place: number, kind: Kind) =>
  (await within(actorOf(place, "assistant"), (db) => offeredOf(db, placeAt(place), [kind], today)))[kind].map(
    ({ fa }) => fa,
  );
const word = (given: Record<string, string>) =>
  WordEntry.parse({ fa: "جای جلسه", standing: "offered", revision: "0", ...given });

describe("an entry", () => {
  test("that a province or a county adds is offered in it and below it, and nowhere else", async () => {
    await addEntry(representative, { kind: "capacity", fa: "نقشه‌کشی", en: "Drawing maps" }, now);
    await addEntry(assistant, { kind: "capacity", fa: "قایق‌رانی" }, now);
    expect(await offeredAt(GORGAN, "capacity")).toEqual(expect.arrayContaining(["نقشه‌کشی", "قایق‌رانی"]));
    expect(await offeredAt(AQQALA, "capacity")).toContain("نقشه‌کشی");
    expect(await offeredAt(AQQALA, "capacity")).not.toContain("قایق‌رانی");
    expect(await offeredAt(SARI, "capacity")).not.toContain("نقشه‌کشی");
  });

  test("is not added twice, however it is spelt", async () => {
    await addEntry(assistant, { kind: "topic", fa: "کتابخانه‌های روستا" }, now);
    await expect(addEntry(assistant, { kind: "topic", fa: "كتابخانه های روستا" }, now)).rejects.toMatchObject(
      {
        kind: "conflict",
        code: "catalogues.there-already",
      },
    );
  });

  test("of a level above has other words in one county, and its own everywhere else", async () => {
    await wordEntry(assistant, { kind: "capacity", code: "venue" }, word({}), now);
    const words = (place: number) =>
      within(actorOf(place, "assistant"), (db) => ownWords(db, placeAt(place), "fa"));
    expect(await words(GORGAN)).toMatchObject({ "network.capacity.venue": "جای جلسه" });
    expect(await words(AQQALA)).not.toHaveProperty("network.capacity.venue");
    expect(await offeredAt(AQQALA, "capacity")).toContain("جای گردهمایی");
  });

  test("worded by the national office is worded so for all who have no words of their own", async () => {
    const held = (await entriesAt(officer, "tier")).find(({ code }) => code === "core");
    const input = word({ fa: "یاران نزدیک", en: "Closest", revision: String(held?.revision) });
    await wordEntry(officer, { kind: "tier", code: "core" }, input, now);
    const words = await within(assistant, (db) => ownWords(db, assistant.place, "en"));
    expect(words).toMatchObject({ "network.tier.core": "Closest" });
  });

  test("that the national office adds has its words in every county, though no message is for it", async () => {
    const { code } = await addEntry(officer, { kind: "capacity", fa: "پهپادرانی", en: "Flying drones" }, now);
    const words = await within(assistant, (db) => ownWords(db, assistant.place, "fa"));
    expect(words).toMatchObject({ [`network.capacity.${code}`]: "پهپادرانی" });
    expect(sayIn("fa", words).t(`network.capacity.${code}`)).toBe("پهپادرانی");
    expect(capacitiesWith(words)).toEqual(expect.arrayContaining(["venue", code]));
  });

  test("that a county adds is offered to whoever comes to its join form, and to nobody elsewhere", async () => {
    const { code } = await addEntry(assistant, { kind: "capacity", fa: "زنبورداری" }, now);
    const offeredAtForm = async (keeper: typeof assistant) => {
      const { id } = await openJoinLink(keeper, { days: "30" });
      const { token } = await within(keeper, (db) =>
        getJoinLink(db, keeper.place.id, id, todayIn(new Date())),
      );
      return (await openJoinForm(token))?.capacities.map((one) => one.code);
    };
    expect(await offeredAtForm(assistant)).toContain(code);
    expect(await offeredAtForm(actorOf(AQQALA, "assistant"))).not.toContain(code);
  });

  test("that no place has is no reason to archive anybody for", async () => {
    await expect(
      archivePeople(assistant, { personIds: [uuidv7()], reason: "own-1-none" }, now),
    ).rejects.toMatchObject({ code: "network.not-offered" });
  });

  test("that is retired is offered no more, stays readable, and comes back", async () => {
    const named = { kind: "archive-reason", code: "unreachable" } as const;
    await wordEntry(assistant, named, word({ fa: "ناپیدا", standing: "retired" }), now);
    expect(await offeredAt(GORGAN, "archive-reason")).not.toContain("ناپیدا");
    expect(await offeredAt(AQQALA, "archive-reason")).toContain("دیگر دسترسی به او نیست");
    const [held] = (await entriesAt(assistant, "archive-reason")).filter(({ code }) => code === named.code);
    expect(held).toMatchObject({ fa: "ناپیدا", retiredOn: today });
    await wordEntry(assistant, named, word({ fa: "ناپیدا", revision: "1" }), now);
    expect(await offeredAt(GORGAN, "archive-reason")).toContain("ناپیدا");
  });

  test("on which rules depend is neither retired nor joined by another, not even past the command", async () => {
    for (const kind of ["tier", "outcome", "field"] as const) {
      const code = { tier: "wide", outcome: "reached", field: "social" }[kind];
      await expect(
        wordEntry(officer, { kind, code }, word({ standing: "retired", revision: "1" }), now),
      ).rejects.toMatchObject({ kind: "invalid", code: "catalogues.stands" });
      await expect(addEntry(officer, { kind, fa: "تازه" }, now)).rejects.toMatchObject({
        code: "catalogues.fixed",
      });
      await expect(
        ownerRows("update catalogue_entry set retired_on = '2026-01-01' where kind = $1", [kind]),
      ).rejects.toThrow(/catalogue_entry_stands/);
    }
  });

  test("changed by two shows the second what the first wrote", async () => {
    const named = { kind: "capacity", code: "media" } as const;
    await wordEntry(assistant, named, word({ fa: "خبررسانی" }), now);
    await expect(wordEntry(assistant, named, word({ fa: "رسانه" }), now)).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { fa: "خبررسانی", standing: "offered" }, revision: 1 },
    });
  });

  test("is kept by one role of each level", async () => {
    for (const [place, role] of [
      [GORGAN, "expert"],
      [GORGAN, "governor"],
      [GOLESTAN, "provincial-expert"],
      [NATION, "national-expert"],
    ] as const)
      await expect(addEntry(actorOf(place, role), { kind: "topic", fa: "هر چه" }, now)).rejects.toMatchObject(
        {
          kind: "forbidden",
        },
      );
  });
});

test("names copied from a sheet are added once each; those that stand there, and what is no name, are left", async () => {
  const names = ["زیارت", "  جلین ", "", "زيارت", "1403", "سرخنکلاته", "و".repeat(90)].map((name) => [name]);
  expect(await addNames(assistant, "locality", names, now)).toEqual({ added: 3, already: 1, notTaken: 2 });
  expect(await addNames(assistant, "locality", names, now)).toMatchObject({ added: 0, already: 4 });
  expect(await offeredAt(GORGAN, "locality")).toEqual(["جلین", "زیارت", "سرخنکلاته"]);
  expect(await offeredAt(AQQALA, "locality")).toEqual([]);
});

test("two villages of one name are told apart by their rural districts, from a sheet as from a form", async () => {
  const keeper = actorOf(AQQALA, "assistant");
  const { names } = AddNames.parse({
    kind: "locality",
    names: "نوده\tدهستان آق‌آلتین\t۱۲۰ خانوار\r\nنوده\tدهستان گرگان‌بوی\n\n",
  });
  expect(await addNames(keeper, "locality", names, now)).toMatchObject({ added: 2 });
  await addEntry(keeper, { kind: "locality", fa: "نوده", within: "دهستان شیخ‌موسی" }, now);
  expect(await offeredAt(AQQALA, "locality")).toEqual(
    ["نوده، دهستان آق‌آلتین", "نوده، دهستان گرگان‌بوی", "نوده، دهستان شیخ‌موسی"].sort((a, b) =>
      a.localeCompare(b, "fa"),
    ),
  );
  await expect(
    addEntry(keeper, { kind: "locality", fa: "نوده", within: "دهستان آق آلتین" }, now),
  ).rejects.toMatchObject({ code: "catalogues.there-already" });
  await expect(
    addEntry(keeper, { kind: "locality", fa: "ن".repeat(60), within: "د".repeat(30) }, now),
  ).rejects.toMatchObject({ code: "catalogues.name.too-long" });
});
