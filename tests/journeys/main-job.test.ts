import { describe } from "vitest";
import { citizenDemand } from "./main-job/citizen-demand";
import { countyWork } from "./main-job/county-work";
import { minutesAndObligations } from "./main-job/minutes-and-obligations";
import { nationalBoard } from "./main-job/national-board";
import { quarterReport } from "./main-job/quarter-report";
import { provincialReview } from "./main-job/review";
import { stepsThroughCountry } from "./steps";

const country = stepsThroughCountry();

/** The main job from a county's first record to the country's board, each step by its own role in a browser. */
describe("the main job", () => {
  countyWork(country);
  minutesAndObligations(country);
  citizenDemand(country);
  quarterReport(country);
  provincialReview(country);
  nationalBoard(country);
});
