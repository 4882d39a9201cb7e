import { describe, expect, test } from "vitest";
import { WAYS } from "../people/ways";
import { invitationOf, type Invitable } from "./invitation";

const somebody: Invitable = {
  state: "active",
  noContact: false,
  mobile: "+989111234567",
  preferred: null,
  ways: [],
  named: [],
};
const barring = (...ways: (typeof WAYS)[number][]) => ways.map((way) => ({ way, isBarred: true }));

describe("an invitation", () => {
  test.each([
    ["by phone, where nothing else is known", {}, { by: "phone" }],
    ["by the way that he prefers", { preferred: "eitaa" }, { by: "message" }],
    ["by another, where he bars the phone", { ways: barring("phone") }, { by: "message" }],
    [
      "in person, where he bars the phone and all messages",
      { ways: barring(...WAYS.filter((way) => way !== "visit")) },
      { by: "in-person" },
    ],
    ["in person, where there is no number to call or to write to", { mobile: null }, { by: "in-person" }],
    [
      "in person, where the messenger that he prefers knows no name of his",
      { mobile: null, preferred: "eitaa" },
      { by: "in-person" },
    ],
    ["by message, where a messenger knows his name", { mobile: null, named: ["bale"] }, { by: "message" }],
    [
      "in person, where he bars the messenger that knows his name",
      { mobile: null, named: ["bale"], ways: barring("bale") },
      { by: "in-person" },
    ],
    ["to who is known and was not asked yet", { state: "identified" }, { by: "phone" }],
  ] satisfies [string, Partial<Invitable>, object][])("goes %s", (_how, given, answer) => {
    expect(invitationOf({ ...somebody, ...given })).toEqual(answer);
  });

  test.each([
    ["asks for no contact", { noContact: true }, "no-contact"],
    ["asks for no contact, though he prefers a way", { noContact: true, preferred: "phone" }, "no-contact"],
    ["bars every way", { ways: barring(...WAYS) }, "barred"],
    ["has no number and bars visits", { mobile: null, ways: barring("visit") }, "barred"],
    ["has left the network", { state: "archived" }, "gone"],
    ["is a wrong record", { state: "cancelled" }, "gone"],
  ] satisfies [string, Partial<Invitable>, string][])("goes not to who %s", (_who, given, leftOut) => {
    expect(invitationOf({ ...somebody, ...given })).toEqual({ leftOut });
  });
});
