import { describe } from "vitest";
import { debtorsOfTen } from "./ledger/debtors";
import type { Document } from "./ledger/documents";
import { importOfTen } from "./ledger/import";
import { importOfOriginals } from "./ledger/seeds";
import { stepsThroughCountry } from "./steps";

const country = stepsThroughCountry();

/** Minutes that lay in a folder become a ledger, and what is in the ledger is done, seen and moved. */
describe("the ledger of ten documents", () => {
  const issued = new Map<Document, string>();
  importOfTen(country, issued);
  debtorsOfTen(country, issued);
  importOfOriginals(country);
});
