import { expect, test } from "vitest";
import { areaRules } from "./abilities";
import { POWER_HOLDERS, powerMatrix } from "./areas/posts/power-matrix";
import { fa } from "./areas/posts/power-messages";

const rows = powerMatrix(areaRules);
const cellOf = (power: string, who: (typeof POWER_HOLDERS)[number]) =>
  rows.find((row) => row.power === power)?.cells[who]?.reaches ?? [];

/** One line a power: who has it, on which records. */
const written = rows
  .map(({ power, cells }) => {
    const of = POWER_HOLDERS.flatMap((who) => {
      const cell = cells[who];
      return cell ? [`${who} ${cell.reaches.join("+")}${cell.butOwn ? " but-own" : ""}`] : [];
    });
    return `${power}: ${of.join(", ")}`;
  })
  .join("\n");

test("nobody gains or loses a power unseen: the whole table is kept beside this test", async () => {
  // After a change that was meant: npx vitest run app/powers.pure.test.ts -u
  await expect(`${written}\n`).toMatchFileSnapshot("./powers.txt");
});

test("every power, subject, holder and reach has its word, and no word is left over", () => {
  const needed = [
    ...rows.map(({ power }) => `posts.power.${power}`),
    ...rows.map(({ subject }) => `posts.power.of.${subject}`),
  ];
  for (const key of needed) expect(fa).toHaveProperty([key]);
  const spare = Object.keys(fa).filter(
    (key) => key.startsWith("posts.power.") && !/\.(on|who)\./.test(key) && !needed.includes(key),
  );
  expect(spare).toEqual([]);
});

test("no condition of an ability is shown without its meaning", () => {
  const unnamed = rows.filter(({ cells }) =>
    Object.values(cells).some(({ reaches }) => reaches.includes("other")),
  );
  expect(unnamed.map(({ power }) => power)).toEqual([]);
});

test("what must never be stands in it: no person above the county, no power of the administrator over people's work", () => {
  for (const who of ["representative", "provincial-expert", "national-officer", "national-expert"] as const) {
    for (const power of ["person.view", "person.edit", "export.take-personal", "contact.record"])
      expect(cellOf(power, who), `${who} ${power}`).toEqual([]);
  }
  expect(POWER_HOLDERS.filter((who) => cellOf("glass.look", who).length > 0)).toEqual(["representative"]);
  const administrator = rows.filter(({ cells }) => cells.administrator).map(({ subject }) => subject);
  expect([...new Set(administrator)].sort()).toEqual(["account", "division", "post"]);
});
