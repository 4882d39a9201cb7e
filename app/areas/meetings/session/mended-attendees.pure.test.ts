import { expect, test } from "vitest";
import type { ReviewAttendee } from "../minutes/review";
import { mendedAttendees } from "./mended-attendees";

const one = (name: string, standing: ReviewAttendee["standing"] = "present"): ReviewAttendee => ({
  name,
  post: "",
  organisation: "",
  standing,
  certainty: "clear",
});

test("what stood as the list had it follows the list, with whoever is new on it", () => {
  expect(
    mendedAttendees(
      [one("الف"), one("ب", "absent")],
      [one("الف"), one("ب", "absent")],
      [one("الف"), one("ب"), one("پ", "guest")],
    ),
  ).toEqual([one("الف"), one("ب"), one("پ", "guest")]);
});

test("what a person worded otherwise or wrote in stays, and whom he took out is not brought back", () => {
  expect(
    mendedAttendees(
      [one("الف"), one("مهندس ب"), one("میهمان")],
      [one("الف"), one("ب"), one("پ", "absent")],
      [one("الف", "absent"), one("ب"), one("پ", "absent")],
    ),
  ).toEqual([one("الف", "absent"), one("مهندس ب"), one("میهمان")]);
});

test("of minutes that were brought as a document nothing changes but who is new", () => {
  expect(mendedAttendees([one("در سند")], [one("الف")], [one("الف", "absent")])).toEqual([one("در سند")]);
});
