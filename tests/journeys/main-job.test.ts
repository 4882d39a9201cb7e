import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { openCountry, type Country } from "./country";
import { citizenDemand } from "./main-job/citizen-demand";
import { countyWork } from "./main-job/county-work";
import { minutesAndObligations } from "./main-job/minutes-and-obligations";
import { nationalBoard } from "./main-job/national-board";
import { quarterReport } from "./main-job/quarter-report";
import { provincialReview } from "./main-job/review";

let country: Country;
beforeAll(async () => {
  country = await openCountry();
});
afterAll(() => country?.close());

/** A step stands on the ones before it: after a failure the others would only fail late. */
let broken = false;
beforeEach(({ skip, onTestFailed }) => {
  skip(broken, "an earlier step failed");
  onTestFailed(() => {
    broken = true;
  });
});

/** The main job from a county's first record to the country's board, each step by its own role in a browser. */
describe("the main job", () => {
  countyWork(() => country);
  minutesAndObligations(() => country);
  citizenDemand(() => country);
  quarterReport(() => country);
  provincialReview(() => country);
  nationalBoard(() => country);
});
