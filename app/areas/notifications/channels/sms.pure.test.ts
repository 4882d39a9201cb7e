import { expect, test } from "vitest";
import { afterReport } from "../lifecycle";
import { standingOf } from "./sms.server";

test.each([
  [1, "accepted"],
  [2, "accepted"],
  [4, "accepted"],
  [5, "accepted"],
  [6, "failed"],
  [10, "delivered"],
  [11, "failed"],
  [13, "failed"],
  [14, "undeliverable"],
  [100, "accepted"],
  [999, "accepted"],
])("the gateway's state %i leaves an accepted message as %s", (status, state) => {
  const standing = standingOf(status);
  expect((standing && afterReport("accepted", standing))?.state ?? "accepted").toBe(state);
});

test("only a number that bars such lines is marked as bad: a telephone that was off is not", () => {
  const marks = [6, 11, 13, 14].filter((status) => {
    const standing = standingOf(status);
    return standing && afterReport("accepted", standing)?.marksAddress;
  });
  expect(marks).toEqual([14]);
});
