import { addBody } from "~/areas/bodies/commands/add-body.server";
import { editBody } from "~/areas/bodies/commands/edit-body.server";
import { editGroup } from "~/areas/bodies/commands/edit-group.server";
import { editOffice } from "~/areas/bodies/commands/edit-office.server";
import { makeGroup } from "~/areas/bodies/commands/make-group.server";
import { AddBody, EditBody, EditGroup, EditOffice, MakeGroup } from "~/areas/bodies/schema";
import { editCouncil } from "~/areas/councils/commands/edit-council.server";
import { editMember } from "~/areas/councils/commands/edit-member.server";
import { endMembership } from "~/areas/councils/commands/end-membership.server";
import { foundCouncil } from "~/areas/councils/commands/found-council.server";
import { seatMember } from "~/areas/councils/commands/seat-member.server";
import { EditCouncil, EditMember, EndMembership, FoundCouncil, SeatMember } from "~/areas/councils/schema";
import { appointOfficer } from "~/areas/officers/commands/appoint-officer.server";
import { endOfficer } from "~/areas/officers/commands/end-officer.server";
import { AppointOfficer, EndOfficer } from "~/areas/officers/schema";
import { appointHolder } from "~/areas/posts/commands/appoint-holder.server";
import { endAppointment } from "~/areas/posts/commands/end-appointment.server";
import { Appoint, EndAppointment } from "~/areas/posts/schema";
import { wordEntry } from "~/areas/catalogues/commands/word-entry.server";
import { WordEntry } from "~/areas/catalogues/schema";
import { actorOf, GOLESTAN, GORGAN, NATION } from "../factories/actors";
import { aPost } from "../factories/posts";
import type { Editing } from "./editings";

const now = new Date("2026-12-24T06:00:00Z");
const golestan = actorOf(GOLESTAN, "provincial-expert");
const assistant = actorOf(GORGAN, "assistant");
const nation = actorOf(NATION, "national-officer");

const order = (mobile: string) => ({
  fullName: "رضا کریمی",
  mobile,
  orderNumber: "۱۲۰",
  startsOn: "۱۴۰۵/۰۹/۰۱",
});
const ended = { endsOn: "۱۴۰۵/۱۱/۱۰", reason: "جابه‌جا شد", revision: "1" };
const endedOtherwise = { endsOn: "۱۴۰۵/۱۲/۱۰", reason: "بازنشسته شد", revision: "1" };

const aCouncil = { nameFa: "شورای نمونه", kind: "council", quorumKind: "half", firstNumber: "۱" };
const aSeat = { seat: "member", name: "مریم کریمی", roleTitle: "مدیر", startsOn: "۱۴۰۵/۰۹/۰۱" };
const seatedMember = async () => {
  const { id: council } = await foundCouncil(assistant, FoundCouncil.parse(aCouncil));
  return seatMember(assistant, council, SeatMember.parse(aSeat));
};

/** Groups, bodies, offices and their people; `office` gives an office of Golestan by place and code. */
export const editingsOfBodies = (office: (key: string) => string): Editing[] => [
  {
    command: "bodies/commands/edit-group.server.ts",
    schema: EditGroup,
    open: async () => {
      const two = [office(`${GOLESTAN} education`), office(`${GORGAN} education`)];
      const made = { nameFa: "ستاد بحران", nameEn: "Crisis", kind: "members", officeIds: two };
      const { code } = await makeGroup(golestan, MakeGroup.parse(made), now);
      const four = [...two, office(`${GOLESTAN} power-distribution`), office(`${GORGAN} power-distribution`)];
      return {
        save: (input) => editGroup(golestan, code, input, now),
        first: { ...made, nameFa: "ستاد", nameEn: "Staff", officeIds: four.filter(Boolean), revision: "1" },
        second: { ...made, nameFa: "ستاد پدافند", revision: "1" },
      };
    },
  },
  {
    command: "bodies/commands/edit-group.server.ts",
    schema: EditGroup,
    open: async () => {
      const made = { nameFa: "حمایتی‌ها", nameEn: "Support", kind: "rule", reach: "here" };
      const { code } = await makeGroup(golestan, MakeGroup.parse(made), now);
      const rule = { kind: "rule", reach: "below", ruleKind: "executive", groupOfFive: "support-health" };
      return {
        save: (input) => editGroup(golestan, code, input, now),
        first: { nameFa: "اجرایی‌ها", nameEn: "Executive", ...rule, revision: "1" },
        second: { ...made, nameFa: "دیگران", revision: "1" },
      };
    },
  },
  {
    command: "bodies/commands/edit-body.server.ts",
    schema: EditBody,
    open: async () => {
      const { id: parentId } = await addBody(
        nation,
        AddBody.parse({ nameFa: "وزارت نمونه‌ها", kind: "ministry" }),
        now,
      );
      const made = { nameFa: "اداره نمونه‌ها", nameEn: "Samples", kind: "executive" };
      const { id } = await addBody(nation, AddBody.parse(made), now);
      const place = { kind: "other", groupOfFive: "support-health", levels: ["province", "county"] };
      return {
        save: (input) => editBody(nation, id, input, now),
        first: { nameFa: "سازمان نمونه", nameEn: "Sample Body", ...place, parentId, revision: "1" },
        second: { ...made, nameFa: "بنگاه نمونه", revision: "1" },
      };
    },
  },
  {
    command: "bodies/commands/edit-office.server.ts",
    schema: EditOffice,
    besides: { confirmPage: "a tick that says nothing of its own" },
    open: async () => {
      const id = office(`${GORGAN} education`);
      return {
        save: (input) => editOffice(assistant, id, input, now),
        first: {
          nameFa: "آموزش و پرورش شهر",
          nameEn: "City Education",
          headName: "مریم یوسفی",
          headSince: "۱۴۰۵/۰۸/۰۱",
          prName: "رضا کریمی",
          prOrderNumber: "12/3",
          prOrderedOn: "۱۴۰۵/۰۸/۰۲",
          prUntil: "۱۴۰۶/۰۸/۰۲",
          adviserOrderNumber: "12/4",
          adviserOrderedOn: "۱۴۰۵/۰۸/۰۳",
          phone: "01732220000",
          address: "خیابان امام",
          counterHours: "۸ تا ۱۴",
          website: "edu.example.org",
          email: "office@example.org",
          messenger: "edu",
          pageText: "ثبت‌نام مدرسه‌ها",
          revision: "1",
        },
        second: { nameFa: "آموزش", revision: "1" },
      };
    },
  },
  {
    command: "councils/commands/edit-council.server.ts",
    schema: EditCouncil,
    open: async () => {
      const { postId: chairPostId } = await aPost(GORGAN, "governor");
      const { postId: secretaryPostId } = await aPost(GORGAN, "assistant");
      const { id: parentId } = await foundCouncil(assistant, FoundCouncil.parse(aCouncil));
      const { id } = await foundCouncil(assistant, FoundCouncil.parse(aCouncil));
      return {
        save: (input) => editCouncil(assistant, id, input),
        first: {
          nameFa: "کمیته نمونه",
          nameEn: "A Committee",
          kind: "committee",
          parentId,
          basis: "نامه ۱۲",
          duties: "پیگیری",
          chairPostId,
          secretaryPostId,
          "least-science-culture-education": "1",
          "least-public-social-judicial": "2",
          "least-companies-banks-insurance": "3",
          "least-infrastructure-production": "4",
          "least-support-health": "5",
          leastMembers: "7",
          mostMembers: "30",
          quorumKind: "count",
          quorumCount: "5",
          firstNumber: "4",
          invitesPr: "on",
          foundedOn: "۱۴۰۵/۰۲/۰۱",
          revision: "1",
        },
        second: { ...aCouncil, nameFa: "شورای دیگر", revision: "1" },
      };
    },
  },
  {
    command: "councils/commands/edit-member.server.ts",
    schema: EditMember,
    open: async () => {
      const { id } = await seatedMember();
      const more = { groupOfFive: "support-health", orderNumber: "12/4", endsOn: "۱۴۰۶/۰۹/۰۱" };
      return {
        save: (input) => editMember(assistant, id, input),
        first: {
          ...aSeat,
          seat: "guest",
          name: "مریم کریمیان",
          roleTitle: "رئیس",
          startsOn: "۱۴۰۵/۰۹/۰۲",
          ...more,
          revision: "1",
        },
        second: { ...aSeat, name: "مریم کریمی‌فر", revision: "1" },
      };
    },
  },
  {
    command: "councils/commands/edit-member.server.ts",
    schema: EditMember,
    open: async () => {
      const { id } = await seatedMember();
      return {
        save: (input) => editMember(assistant, id, input),
        first: { ...aSeat, officeId: office(`${GORGAN} education`), revision: "1" },
        second: { ...aSeat, name: "مریم کریمی‌فر", revision: "1" },
      };
    },
  },
  {
    command: "councils/commands/end-membership.server.ts",
    schema: EndMembership,
    open: async () => {
      const { id } = await seatedMember();
      return {
        save: (input) => endMembership(assistant, id, input, now),
        first: ended,
        second: endedOtherwise,
      };
    },
  },
  {
    command: "officers/commands/end-officer.server.ts",
    schema: EndOfficer,
    open: async () => {
      const appointed = AppointOfficer.parse({ ...order("09115000001"), kind: "officer" });
      const { id } = await appointOfficer(assistant, office(`${GORGAN} power-distribution`), appointed, now);
      return {
        save: (input) => endOfficer(assistant, id, input, now),
        first: ended,
        second: endedOtherwise,
      };
    },
  },
  {
    command: "posts/commands/end-appointment.server.ts",
    schema: EndAppointment,
    open: async () => {
      const representative = actorOf(GOLESTAN, "representative");
      const post = await aPost(GORGAN, "governor");
      const { id } = await appointHolder(representative, post, Appoint.parse(order("09115000002")), now);
      const target = { divisionId: GORGAN, appointmentId: id };
      return {
        save: (input) => endAppointment(representative, target, input, now),
        first: ended,
        second: endedOtherwise,
      };
    },
  },
  {
    command: "catalogues/commands/word-entry.server.ts",
    schema: WordEntry,
    open: () => {
      const base = { fa: "خبررسانی", standing: "offered", revision: "0" };
      const back = { faBack: "خویش", enBack: "Kin back" };
      return Promise.resolve({
        save: (input) => wordEntry(assistant, { kind: "tie-person-person", code: "introduced" }, input, now),
        first: { ...base, fa: "خویشاوند", en: "Kin", ...back, position: "7", standing: "retired" },
        second: { ...base, fa: "بستگان" },
      });
    },
  },
];
