import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { openCountry, type Country } from "./country";
import { debtorsOfTen } from "./ledger/debtors";
import type { Document } from "./ledger/documents";
import { importOfTen } from "./ledger/import";
import { importOfOriginals } from "./ledger/seeds";

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

/** Minutes that lay in a folder become a ledger, and what is in the ledger is done, seen and moved. */
describe("the ledger of ten documents", () => {
  const issued = new Map<Document, string>();
  importOfTen(() => country, issued);
  debtorsOfTen(() => country, issued);
  importOfOriginals(() => country);
});
