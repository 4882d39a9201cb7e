import { describe } from "vitest";
import { debtorsOf } from "./ledger/debtors";
import { DOCUMENTS } from "./ledger/documents";
import { importOfTen } from "./ledger/import";
import { importOfOriginals, ORIGINALS } from "./ledger/seeds";
import { stepsThroughCountry } from "./steps";

const country = stepsThroughCountry();

/** Minutes that lay in a folder become a ledger, and what is in the ledger is done, seen and moved. */
describe("the ledger of ten documents and two originals", () => {
  const issued = new Map<string, string>();
  importOfTen(country, issued);
  importOfOriginals(country, issued);
  debtorsOf(country, issued, [...DOCUMENTS.map(({ name }) => ({ name, isGiven: true })), ...ORIGINALS]);
});
