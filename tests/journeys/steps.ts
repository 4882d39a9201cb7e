import { afterAll, beforeAll, beforeEach } from "vitest";
import { openCountry, type Country } from "./country";

/**
 * Opens the country for a file whose tests are the steps of one journey. A step stands on the ones before it: after a
 * failure the others would only fail late, and are skipped.
 */
export function stepsThroughCountry(): () => Country {
  let country: Country;
  let broken = false;
  beforeAll(async () => {
    country = await openCountry();
  });
  afterAll(() => country?.close());
  beforeEach(({ skip, onTestFailed }) => {
    skip(broken, "an earlier step failed");
    onTestFailed(() => {
      broken = true;
    });
  });
  return () => country;
}
