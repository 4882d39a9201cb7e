import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { readsProvincialCouncil } from "./provincial-council";

const folder = process.env.SEEDS_DIR;
const file = folder ? path.resolve(folder, "000_a4f632b7e79a0499.txt") : null;

describe("the original minutes", () => {
  if (!file || !existsSync(file)) {
    test.skip("not read: SEEDS_DIR names no folder with the original documents", () => {});
    return;
  }
  readsProvincialCouncil(readFileSync(file, "utf8"), {
    header: {
      title: "شورای اداری استان",
      date: "2023-06-11",
      start: "15:30",
      end: "18:00",
      place: "سالن اجتماعات شهید رجایی",
      invitationNumber: "1402/4/17279",
    },
    firstAgendaWord: "استماع",
    ownOfSeven: "شورای نگهبان",
    ownOfEight: "صدا و سیما",
  });
});
