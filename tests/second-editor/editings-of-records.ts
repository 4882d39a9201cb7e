import { answerDemand } from "~/areas/demands/commands/answer-demand.server";
import { referDemand } from "~/areas/demands/commands/refer-demand.server";
import { AnswerDemand, ReferDemand } from "~/areas/demands/schema";
import { addAgendaItem } from "~/areas/meetings/calling/commands/add-agenda-item.server";
import { foundCouncil } from "~/areas/councils/commands/found-council.server";
import { FoundCouncil } from "~/areas/councils/schema";
import { addRoom } from "~/areas/meetings/calling/commands/add-room.server";
import { announceMeeting } from "~/areas/meetings/calling/commands/announce-meeting.server";
import { editAgendaItem } from "~/areas/meetings/calling/commands/edit-agenda-item.server";
import { editRoom } from "~/areas/meetings/calling/commands/edit-room.server";
import { addMeetingType } from "~/areas/meetings/calling/commands/add-meeting-type.server";
import { editMeetingType } from "~/areas/meetings/calling/commands/edit-meeting-type.server";
import { editPlan } from "~/areas/meetings/calling/commands/edit-plan.server";
import { editSeries } from "~/areas/meetings/calling/commands/edit-series.server";
import { moveMeeting } from "~/areas/meetings/calling/commands/move-meeting.server";
import { planMeeting } from "~/areas/meetings/calling/commands/plan-meeting.server";
import { planSeries } from "~/areas/meetings/calling/commands/plan-series.server";
import {
  EditAgendaItem,
  AddMeetingType,
  EditMeetingType,
  EditPlan,
  EditRoom,
  EditSeries,
  MoveMeeting,
} from "~/areas/meetings/calling/schema";
import { editMeeting } from "~/areas/meetings/held/commands/edit-meeting.server";
import { editReviewHeader } from "~/areas/meetings/minutes/commands/edit-review-header.server";
import { editReviewResolution } from "~/areas/meetings/minutes/commands/edit-review-resolution.server";
import { importMinutes } from "~/areas/meetings/minutes/commands/import-minutes.server";
import { recordMeeting } from "~/areas/meetings/held/commands/record-meeting.server";
import { ReviewHeaderForm, ReviewResolutionForm } from "~/areas/meetings/minutes/schema";
import { getDraft } from "~/areas/meetings/queries.server/minutes";
import { EditMeeting } from "~/areas/meetings/schema/meeting";
import { changeQuietHours } from "~/areas/notifications/commands/change-quiet-hours.server";
import { ChangeQuietHours } from "~/areas/notifications/schema";
import { answerObstacle } from "~/areas/obstacles/commands/answer-obstacle.server";
import { raiseObstacle } from "~/areas/obstacles/commands/raise-obstacle.server";
import { AnswerObstacle } from "~/areas/obstacles/schema";
import { listPosts } from "~/areas/posts/queries.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { aPlan, aSeries } from "../factories/callings";
import { areaRules } from "~/abilities";
import { answerInvitation } from "~/areas/meetings/invitations/commands/answer-invitation.server";
import { inviteGuest } from "~/areas/meetings/invitations/commands/invite.server";
import { listInvitations } from "~/areas/meetings/invitations/queries.server";
import { Answer } from "~/areas/meetings/invitations/schema";
import { countOthers } from "~/areas/meetings/session/commands/count-others.server";
import { editOutcome } from "~/areas/meetings/session/commands/edit-outcome.server";
import { openSession } from "~/areas/meetings/session/commands/open-session.server";
import { recordOutcome } from "~/areas/meetings/session/commands/record-outcome.server";
import { CountOthers, EditOutcome } from "~/areas/meetings/session/schema";
import { abilityFrom } from "~/kernel/authorize";
import { actorOf, GOLESTAN, GORGAN, placeAt } from "../factories/actors";
import { asOwner } from "../factories/offices";
import { demandsOf } from "../factories/demands";
import { aMeeting } from "../factories/meetings";
import { anObstacle } from "../factories/obstacles";
import { SMALL_MINUTES } from "../factories/small-minutes";
import { ownerRows } from "../setup/owner";
import type { Editing, Sent } from "./editings";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const expert = actorOf(GOLESTAN, "provincial-expert");

const aCouncil = async () => {
  const form = { nameFa: uuidv7(), kind: "council", quorumKind: "half", firstNumber: "۱" };
  return (await foundCouncil(assistant, FoundCouncil.parse(form))).id;
};
const aDraft = async () => (await importMinutes(expert, { text: `${SMALL_MINUTES}\n${uuidv7()}` }, now)).id;

const ONE_OF_THE_RESOLUTION = {
  keep: "is told as the parties",
  add: "is told as the parties",
  applyTo: "an act on others",
  draftRevision: "a version",
  then: "where to go next",
};

/** A meeting that sits. */
async function aSession(): Promise<string> {
  const { id } = await recordMeeting(assistant, aMeeting(), now);
  await asOwner((owner) =>
    owner.query("update meeting set state = 'announced', held_on = '2026-12-24' where id = $1", [id]),
  );
  await openSession(assistant, id, { revision: 1 }, now);
  return id;
}

/** An invitation with its invitee's hand. */
async function anInvitation() {
  const meetingId = await aSession();
  await inviteGuest(assistant, meetingId, { name: "زهرا کاظمی", participants: "people" }, now);
  const { rows } = await within(assistant, (db) => listInvitations(db, GORGAN, meetingId));
  const id = rows[0]?.id ?? "";
  const who = {
    kind: "system" as const,
    key: "invitation",
    name: "",
    place: placeAt(GORGAN),
    invitationId: id,
  };
  return { id, hand: { ...who, ability: abilityFrom(who, areaRules) } };
}

/** A resolution under review, given a deadline by the first of two. */
const ofResolution = (deadline: Sent): Editing => ({
  command: "meetings/minutes/commands/edit-review-resolution.server.ts",
  schema: ReviewResolutionForm,
  besides: ONE_OF_THE_RESOLUTION,
  told: { items: "۱ بند نخست" },
  open: async () => {
    const draftId = await aDraft();
    const draft = await within(expert, (db) => getDraft(db, GOLESTAN, draftId));
    const [one] = draft.review.resolutions;
    if (!one) throw new Error("The document has resolutions.");
    const base = { number: String(one.number), text: one.text, revision: String(one.revision) };
    const items = [{ label: "۱", text: "بند نخست" }];
    return {
      save: (input) => editReviewResolution(expert, draftId, one.id, input, now),
      first: { ...base, number: "9", text: "متن دیگر", refersTo: "2", items, ...deadline },
      second: { ...base, text: "متن سوم" },
    };
  },
});

/** A series of meetings, given another rule by the first of two. */
const ofSeries = (rule: Sent, offices: () => readonly [string, string]): Editing => ({
  command: "meetings/calling/commands/edit-series.server.ts",
  schema: EditSeries,
  besides: { hostOfficeIds: "a list of ticks, which the form shows anew" },
  open: async () => {
    const { id } = await planSeries(assistant, aSeries(), now);
    const { id: roomId } = await addRoom(assistant, { name: uuidv7() }, now);
    const posts = await within(assistant, (db) => listPosts(db, [GORGAN], "2026-12-24"));
    const post = posts[0]?.id ?? "";
    const said = { typeCode: "committee", councilId: await aCouncil(), step: "2", ...rule };
    const when = { startsOn: "۱۴۰۵/۱۱/۰۱", endsOn: "۱۴۰۵/۱۲/۲۹", startsAt: "08:00", endsAt: "09:00" };
    return {
      save: (input) => editSeries(assistant, id, input, now),
      first: {
        title: "کمیته",
        ...said,
        ...when,
        roomId,
        place: "تالار",
        chairPostId: post,
        secretaryPostId: post,
        hostOfficeIds: [offices()[0]],
        onClosedDay: "skip",
        revision: "1",
      },
      second: { title: "دیگر", ...said, ...when, onClosedDay: "keep", revision: "1" },
    };
  },
});

/** Meetings, minutes under review, obstacles and demands. `offices`: two of Gorgan. */
export const editingsOfRecords = (offices: () => readonly [string, string]): Editing[] => [
  {
    command: "meetings/held/commands/edit-meeting.server.ts",
    schema: EditMeeting,
    open: async () => {
      const { id } = await recordMeeting(assistant, aMeeting(), now);
      const when = { heldOn: "۱۴۰۵/۰۹/۰۱", startsAt: "08:00", endsAt: "09:00", place: "فرمانداری" };
      const came = { network: "3", bodies: "4", councils: "5", municipalities: "6", people: "7" };
      return {
        save: (input) => editMeeting(assistant, id, input, now),
        first: { kind: "joint", title: "نشست دیگر", ...when, summary: "خلاصه", ...came, revision: "1" },
        second: { kind: "thematic", title: "نشست سوم", heldOn: "۱۴۰۵/۰۹/۰۲", network: "1", revision: "1" },
      };
    },
  },
  {
    command: "meetings/calling/commands/edit-room.server.ts",
    schema: EditRoom,
    open: async () => {
      const { id } = await addRoom(assistant, { name: uuidv7() }, now);
      return {
        save: (input) => editRoom(assistant, id, input, now),
        first: { name: uuidv7(), seats: "40", address: "طبقه دوم", revision: "1" },
        second: { name: uuidv7(), revision: "1" },
      };
    },
  },
  {
    command: "meetings/calling/commands/edit-meeting-type.server.ts",
    schema: EditMeetingType,
    besides: { participants: "a list of ticks, which the form shows anew" },
    open: async () => {
      const said = { fa: uuidv7(), kind: "other", quorumKind: "none", minutesLong: "60" };
      const { code } = await addMeetingType(assistant, AddMeetingType.parse(said), now);
      return {
        save: (input) => editMeetingType(assistant, code, input),
        first: {
          fa: uuidv7(),
          en: uuidv7(),
          kind: "council",
          quorumKind: "count",
          quorumCount: "7",
          minutesLong: "90",
          sections: "گزارش\nجمع‌بندی",
          sectionsEn: "Report\nSummary",
          revision: "1",
        },
        second: { ...said, fa: uuidv7(), revision: "1" },
      };
    },
  },
  {
    command: "meetings/calling/commands/edit-plan.server.ts",
    schema: EditPlan,
    open: async () => {
      const { id } = await planMeeting(assistant, aPlan(), now);
      const { id: roomId } = await addRoom(assistant, { name: uuidv7() }, now);
      const posts = await within(assistant, (db) => listPosts(db, [GORGAN], "2026-12-24"));
      const post = posts[0]?.id ?? "";
      const when = { heldOn: "۱۴۰۵/۱۰/۱۰", startsAt: "08:00", endsAt: "09:00", roomId, place: "تالار" };
      const who = { chairPostId: post, chairName: "معاون", secretaryPostId: post };
      return {
        save: (input) => editPlan(assistant, id, input, now),
        first: {
          typeCode: "joint",
          councilId: await aCouncil(),
          title: "نشست دیگر",
          ...when,
          ...who,
          hostOfficeId: offices()[0],
          revision: "1",
        },
        second: { typeCode: "thematic", title: "نشست سوم", heldOn: "۱۴۰۵/۱۰/۱۱", revision: "1" },
      };
    },
  },
  {
    command: "meetings/invitations/commands/answer-invitation.server.ts",
    schema: Answer,
    open: async () => {
      const { hand, id } = await anInvitation();
      return {
        save: (input) => answerInvitation(hand, id, input, now),
        first: {
          reply: "deputy",
          note: "در سفرم",
          deputyName: "رضا مرادی",
          deputyRole: "معاون",
          deputyMobile: "۰۹۱۱۵۵۵۰۰۰۱",
          revision: "1",
        },
        second: { reply: "no", revision: "1" },
      };
    },
  },
  {
    command: "meetings/session/commands/count-others.server.ts",
    schema: CountOthers,
    open: async () => {
      const id = await aSession();
      return {
        save: (input) => countOthers(assistant, id, input),
        first: {
          network: "3",
          bodies: "4",
          councils: "5",
          municipalities: "6",
          people: "7",
          revision: "1",
        },
        second: { people: "8", revision: "1" },
      };
    },
  },
  {
    command: "meetings/session/commands/edit-outcome.server.ts",
    schema: EditOutcome,
    open: async () => {
      const { id } = await recordOutcome(assistant, await aSession(), { kind: "decision", text: "متن" }, now);
      return {
        save: (input) => editOutcome(assistant, id, input),
        first: {
          kind: "promise",
          text: "متن دیگر",
          parties: "آب و فاضلاب",
          limitWritten: "تا یک ماه",
          items: "بند",
          speaker: "مدیر آب",
          place: "زیارت",
          revision: "1",
        },
        second: { kind: "resolution", text: "متن سوم", revision: "1" },
      };
    },
  },
  {
    command: "meetings/calling/commands/move-meeting.server.ts",
    schema: MoveMeeting,
    open: async () => {
      const { id } = await planMeeting(assistant, aPlan(), now);
      const { id: roomId } = await addRoom(assistant, { name: uuidv7() }, now);
      await announceMeeting(assistant, id, { revision: 1, withoutClasses: "on" }, now);
      const hours = { startsAt: "08:00", endsAt: "09:00", revision: "2" };
      return {
        save: (input) => moveMeeting(assistant, id, input, now),
        first: { heldOn: "۱۴۰۵/۱۰/۱۲", ...hours, roomId, place: "تالار" },
        second: { heldOn: "۱۴۰۵/۱۰/۱۳", ...hours, startsAt: "08:30", place: "مسجد" },
      };
    },
  },
  {
    command: "notifications/commands/change-quiet-hours.server.ts",
    schema: ChangeQuietHours,
    besides: { channel: "says which hours are meant" },
    open: async () => {
      const revision = "1";
      return {
        save: (input) => changeQuietHours(assistant, input, now),
        first: { channel: "sms", from: "22:00", to: "07:30", onClosedDays: "goes", revision },
        second: { channel: "sms", from: "20:00", to: "09:00", onClosedDays: "waits", revision },
      };
    },
  },
  {
    command: "meetings/calling/commands/edit-agenda-item.server.ts",
    schema: EditAgendaItem,
    open: async () => {
      const { id: meetingId } = await planMeeting(assistant, aPlan(), now);
      const { id } = await addAgendaItem(assistant, { meetingId }, { title: "بند" }, now);
      return {
        save: (input) => editAgendaItem(assistant, id, input),
        first: {
          title: "بند دیگر",
          section: "بخش",
          minutes: "10",
          presenter: "آب و فاضلاب",
          note: "یک\nدو",
          revision: "1",
        },
        second: { title: "بند سوم", revision: "1" },
      };
    },
  },
  ofSeries({ rule: "month-weekday", weekday: "3", nth: "3" }, offices),
  ofSeries({ rule: "month-day", monthDay: "5" }, offices),
  {
    command: "meetings/minutes/commands/edit-review-header.server.ts",
    schema: ReviewHeaderForm,
    besides: { listsAttendees: "says what the form shows", tellsDiscussion: "says what the form shows" },
    told: { attendees: "مریم · معاون · استانداری · absent" },
    open: async () => {
      const id = await aDraft();
      const { review } = await within(expert, (db) => getDraft(db, GOLESTAN, id));
      const revision = String(review.header.revision);
      const attendee = { name: "مریم", post: "معاون", organisation: "استانداری", standing: "absent" };
      return {
        save: (input) => editReviewHeader(expert, id, input, now),
        first: {
          title: "عنوان نخست",
          heldOn: "۱۴۰۵/۰۹/۰۱",
          startsAt: "08:00",
          endsAt: "09:00",
          place: "تالار",
          invitationNumber: "12/3",
          agenda: "یک\nدو",
          declaredCount: "4",
          listsAttendees: "on",
          attendees: [attendee],
          tellsDiscussion: "on",
          discussion: "گفته شد\nشنیده شد",
          revision,
        },
        second: { title: "عنوان دوم", heldOn: "۱۴۰۵/۰۹/۰۲", revision },
      };
    },
  },
  ofResolution({ kind: "dated", dueOn: "۱۴۰۵/۱۱/۰۱" }),
  ofResolution({ kind: "relative", count: "5", unit: "working" }),
  ofResolution({ kind: "continuous", cadence: "monthly", receiver: "دبیرخانه" }),
  ofResolution({ kind: "none", reason: "تکلیف عمومی" }),
  {
    command: "obstacles/commands/answer-obstacle.server.ts",
    schema: AnswerObstacle,
    open: async () => {
      const { id } = await raiseObstacle(assistant, anObstacle(), now);
      const [leg] = await ownerRows<{ id: string }>(
        "select id::text from obstacle_leg where obstacle_id = $1",
        [id],
      );
      return {
        save: (input) => answerObstacle(expert, leg?.id ?? "", input, now),
        first: { answerKind: "solved", answerText: "حل شد", revision: "1" },
        second: { answerKind: "refused", answerText: "نمی‌شود", revision: "1" },
      };
    },
  },
  {
    command: "demands/commands/answer-demand.server.ts",
    schema: AnswerDemand,
    open: async () => {
      const { id } = await demandsOf(assistant, offices()[0], now).referred();
      const said = { answerKind: "refused", reason: "budget", answerText: "بودجه نیست" };
      return {
        save: (input) => answerDemand(assistant, id, input, now),
        first: { ...said, letterNumber: "12/5", revision: "2" },
        second: { answerKind: "done", answerText: "انجام شد", letterNumber: "12/6", revision: "2" },
      };
    },
  },
  {
    command: "demands/commands/refer-demand.server.ts",
    schema: ReferDemand,
    told: { days: "2026-12-30" },
    open: async () => {
      const { id } = await demandsOf(assistant, offices()[0], now).recorded();
      return {
        save: (input) => referDemand(assistant, id, input, now),
        first: { officeId: offices()[0], days: "5", note: "زود پاسخ دهید", revision: "1" },
        second: { officeId: offices()[1], days: "9", note: "پیوست را ببینید", revision: "1" },
      };
    },
  },
];
