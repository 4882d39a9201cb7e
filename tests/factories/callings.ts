import type { PlanMeeting, PlanSeries } from "~/areas/meetings/calling/schema";

/** A planned thematic meeting as its form gives it: 10 to 11:30 on 7 Dey 1405, presided by somebody named. */
export const aPlan = (more: Partial<PlanMeeting> = {}): PlanMeeting => ({
  typeCode: "thematic",
  title: "آب شرب روستاهای شرق",
  heldOn: "2026-12-28",
  startsAt: "10:00",
  endsAt: "11:30",
  place: "سالن فرمانداری",
  chairName: "فرماندار",
  ...more,
});

/** A monthly series on the second Monday, as its form gives it. */
export const aSeries = (more: Partial<PlanSeries> = {}): PlanSeries => ({
  title: "شورای اداری",
  typeCode: "administrative-council",
  rule: "month-weekday",
  step: 1,
  weekday: "2",
  nth: "2",
  startsOn: "2026-12-22",
  startsAt: "09:00",
  endsAt: "11:00",
  place: "سالن فرمانداری",
  hostOfficeIds: [],
  onClosedDay: "keep",
  ...more,
});
