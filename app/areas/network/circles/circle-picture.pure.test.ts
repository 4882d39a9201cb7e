import { describe, expect, test } from "vitest";
import { bounded, standingsOf, type Picture, type PictureLine, type PictureNode } from "./circle-picture";
import { layOut } from "./picture-layout.server";

const person = (name: string, isMember = true): PictureNode => ({
  key: name,
  kind: "person",
  id: name,
  fa: name,
  en: name,
  isMember,
});
const centre: PictureNode = { ...person("circle", false), kind: "circle" };

/** A circle of these members with these relationships, written "a-b". */
function pictureOf(members: string, ties: string, outside: PictureNode[] = []): Picture {
  const people = members.split(" ").map((name) => person(name));
  const lines: PictureLine[] = ties
    .split(" ")
    .filter(Boolean)
    .map((tie) => {
      const [one = "", other = ""] = tie.split("-");
      return { one, other, isMembership: false };
    });
  const memberships = people.map(({ key }) => ({ one: key, other: "circle", isMembership: true }));
  return { centre: "circle", nodes: [centre, ...people, ...outside], lines: [...lines, ...memberships] };
}
const leaning = (picture: Picture) =>
  Object.fromEntries(
    [...standingsOf(picture)].flatMap(([key, { leaning: on }]) =>
      on ? [[key, `${on.count}/${on.of}`]] : [],
    ),
  );
const alone = (picture: Picture) =>
  [...standingsOf(picture)].flatMap(([key, { isAlone }]) => (isAlone ? [key] : []));

describe("in a circle", () => {
  test("those around one person lean on that one, and nobody on them", () => {
    expect(leaning(pictureOf("hub a b c d e", "hub-a hub-b hub-c hub-d hub-e"))).toEqual({ hub: "5/5" });
  });
  test("those who know each other lean on nobody", () => {
    expect(leaning(pictureOf("a b c d", "a-b a-c a-d b-c b-d c-d"))).toEqual({});
    expect(leaning(pictureOf("a b c d e", "a-b b-c c-d d-e e-a"))).toEqual({});
  });
  test("seven of nine lean on one whom two do not need", () => {
    expect(
      leaning(pictureOf("hub a b c d e f g h i", "hub-a hub-b hub-c hub-d hub-e hub-f hub-g h-i")),
    ).toEqual({
      hub: "7/9",
    });
  });
  test("two or a few who lean are too few to be said", () => {
    expect(leaning(pictureOf("hub a b", "hub-a hub-b"))).toEqual({});
    expect(leaning(pictureOf("hub a b c d e f g h", "hub-a hub-b hub-c d-e e-f f-d g-h"))).toEqual({});
  });
  test("whoever alone holds two groups together is leaned on by both, or by the smaller one", () => {
    expect(leaning(pictureOf("hub a b c d e f", "a-b b-c c-a d-e e-f f-d hub-a hub-d"))).toEqual({
      hub: "6/6",
    });
    expect(leaning(pictureOf("hub a b c d e f g", "a-b b-c c-a d-e e-f f-g g-d hub-a hub-d"))).toEqual({});
    expect(leaning(pictureOf("hub a b c d e", "a-b b-c c-a d-e hub-a hub-d"))).toEqual({});
    expect(leaning(pictureOf("hub a b c d", "hub-a a-b hub-c c-d"))).toEqual({ hub: "4/4" });
  });
  test("one from outside who brought everybody is leaned on as well", () => {
    const outside = person("neighbour", false);
    const picture = pictureOf("a b c d", "neighbour-a neighbour-b neighbour-c neighbour-d", [outside]);
    expect(leaning(picture)).toEqual({ neighbour: "4/4" });
  });
  test("who has nothing but membership stands alone; a tie to an office is enough not to", () => {
    const office: PictureNode = { ...person("office", false), kind: "office" };
    const picture = pictureOf("a b c d", "a-b c-office", [office, person("stranger", false)]);
    expect(alone(picture)).toEqual(["d"]);
    expect(standingsOf(picture).get("a")).toMatchObject({ ties: 1, isAlone: false });
  });
});

describe("a picture", () => {
  const many = Array.from({ length: 300 }, (_, n) => `p${n}`).join(" ");
  test("shows at most what can be read, the circle and the most tied first, and says what it left out", () => {
    const picture = bounded(pictureOf(many, "p250-p251 p250-p252", [person("outside", false)]));
    expect(picture.nodes).toHaveLength(120);
    expect(picture.leftOut).toBe(182);
    const keys = picture.nodes.map(({ key }) => key);
    expect(keys.slice(0, 2)).toEqual(["circle", "p250"]);
    expect(keys).not.toContain("outside");
    for (const { one, other } of picture.lines) expect(keys).toEqual(expect.arrayContaining([one, other]));
  });
  test("is laid out alike each time, inside its frame, nobody upon another", () => {
    const picture = bounded(pictureOf(many, "p1-p2 p2-p3"));
    const [first, second] = [layOut(picture), layOut(picture)];
    expect(first).toEqual(second);
    const points = Object.values(first.at);
    expect(points).toHaveLength(120);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(first.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(first.height);
    }
    const gaps = points.flatMap((a, n) => points.slice(n + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...gaps)).toBeGreaterThan(15);
  });
  test("of one circle without members stands in the middle", () => {
    const { width, at } = layOut({ centre: "circle", nodes: [centre], lines: [] });
    expect(at.circle?.x).toBe(width / 2);
  });
});
