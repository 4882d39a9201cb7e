import { readFileSync } from "node:fs";
import { describe } from "vitest";
import { readsProvincialCouncil } from "./provincial-council";

describe("the minutes of the sample", () => {
  readsProvincialCouncil(readFileSync("prisma/seed/data/sample-minutes.txt", "utf8"), {
    header: {
      title: "شورای اداری استان",
      date: "2026-11-08",
      start: "09:30",
      end: "12:15",
      place: "سالن همایش استانداری گلستان",
      invitationNumber: "1405/8/21436",
    },
    firstAgendaWord: "گزارش",
    ownOfSeven: "جمعیت هلال احمر",
    ownOfEight: "صدا و سیما",
  });
});
