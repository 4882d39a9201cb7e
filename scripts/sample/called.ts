import { createHash } from "node:crypto";
import { linkToken } from "~/areas/meetings/invitations/link.server";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { Row } from "./copy";
import type { Country } from "./country";
import type { Office } from "./offices";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";

type By = { key: string; name: string };

const AGENDA = [
  "پیگیری مصوبات قبل",
  "آب آشامیدنی روستاهای بالادست زیارت",
  "زمان‌بندی حضور مسئولان میان مردم در زمستان",
  "درخواست‌های مردم بخش بهاران",
] as const;

/** The first invitee is the office whose officer has an account: what it owes stands on the page of its link. */
const INVITED_BODIES = [
  "power-distribution",
  "education",
  "water-sewage",
  "health-insurance",
  "county-governorate",
  "municipality",
] as const;

const GUESTS: readonly [name: string, role: string, organisation: string, participants: string][] = [
  ["زهرا کاظمی", "دهیار", "روستای زیارت", "municipalities"],
  ["حسن نوری", "عضو شورای اسلامی", "روستای توشن", "councils"],
  [
    "دکتر سید محمدرضا حسینی‌نژاد طباطبایی",
    "استاد منابع آب",
    "دانشگاه علوم کشاورزی و منابع طبیعی گرگان",
    "people",
  ],
];

/** Who put his name down for a meeting among the people, and what he wishes to speak of. */
const SIGNED_UP: readonly (readonly [name: string, subject: string | null])[] = [
  ["مریم کیانی", "آب روستا هفته‌ای سه شب قطع است."],
  ["عبدالله قره‌خانی", "جاده دسترسی به مزرعه‌ها پس از باران بسته می‌شود."],
  ["نرگس شیرازی", "مدرسه دخترانه دبیر ریاضی ندارد."],
  ["یوسف آق‌آتابای", null],
];

const hashOf = (county: number, id: string) =>
  createHash("sha256")
    .update(linkToken(county, id, 1))
    .digest("hex");

/** Invitations of a meeting: bodies, members of the network, guests; `marks` says how the first of them answered or came. */
function invite(
  country: Country,
  chance: Chance,
  meeting: { county: number; id: string; day: IsoDate },
  offices: readonly Office[],
  by: By,
  marks: (n: number) => Row,
): void {
  const { county, id: meetingId } = meeting;
  const at = instantOf(addDays(meeting.day, -8));
  let number = 0;
  const add = (row: Row) => {
    number += 1;
    const id = chance.id(at);
    country.add("meeting_invitation", {
      division_id: county,
      id,
      meeting_id: meetingId,
      number,
      office_division_id: null,
      office_id: null,
      person_id: null,
      name: "",
      role_title: null,
      organisation: null,
      reply: null,
      reply_note: null,
      deputy_name: null,
      deputy_role: null,
      replied_at: null,
      attended: null,
      arrived_at: null,
      marked_by: null,
      token_hash: hashOf(county, id),
      sent_at: at,
      created_at: at,
      created_by_key: by.key,
      revision: 1,
      ...row,
      ...marks(number),
    });
  };
  const bodies = INVITED_BODIES.flatMap((code) =>
    offices.filter((office) => office.code === code || office.kind === code).slice(0, 1),
  );
  for (const office of bodies)
    add({
      kind: "office",
      participants: office.kind === "municipality" ? "municipalities" : "bodies",
      office_division_id: office.divisionId,
      office_id: office.id,
      name: office.nameFa,
    });
  const people = (country.rows.get("person") ?? []).filter(
    (row) => row.division_id === county && row.state === "active" && row.no_contact !== true,
  );
  for (const person of people.slice(0, 9))
    add({ kind: "person", participants: "network", person_id: person.id ?? null });
  for (const [name, role, organisation, participants] of GUESTS)
    add({ kind: "guest", participants, name, role_title: role, organisation });
}

/** A meeting that was announced for next week, with answers; and one that sits today. */
export function makeCalledMeetings(
  country: Country,
  chance: Chance,
  county: number,
  offices: readonly Office[],
  plan: Plan,
  by: By,
): void {
  const meeting = (day: IsoDate, title: string, given: Row): string => {
    const id = chance.id(instantOf(addDays(plan.today, -10)));
    country.add("meeting", {
      division_id: county,
      id,
      kind: "thematic",
      type_code: "thematic",
      title,
      held_on: day,
      place: "سالن جلسه‌های فرمانداری",
      created_at: instantOf(addDays(plan.today, -10)),
      created_by_key: by.key,
      revision: 2,
      ...given,
    });
    return id;
  };
  const agenda = (meetingId: string, done: number) =>
    AGENDA.map((title, index) => {
      const id = chance.id(instantOf(addDays(plan.today, -9)));
      country.add("agenda_item", {
        division_id: county,
        id,
        meeting_id: meetingId,
        section: "",
        position: index + 1,
        title,
        minutes: 20,
        state: index < done ? "done" : "planned",
        created_by_key: by.key,
        revision: 1,
      });
      return id;
    });

  /** A meeting among the people to which anybody may put his name down; the first two stand on its list. */
  const makeSignUps = () => {
    const day = addDays(plan.today, 3);
    const meetingId = meeting(day, "دیدار فرماندار با مردم روستای زیارت", {
      kind: "among-people",
      type_code: "among-people",
      state: "announced",
      starts_at: "16:00",
      ends_at: "18:00",
      place: "مسجد جامع روستای زیارت",
      announced_at: instantOf(addDays(plan.today, -3)),
      invitation_number: "۱۴۰۵/۳۳۱",
    });
    agenda(meetingId, 0);
    country.add("sign_up_page", {
      division_id: county,
      meeting_id: meetingId,
      token: "ziarat2dey",
      until: addDays(plan.today, 2),
      capacity: 60,
      opened_at: instantOf(addDays(plan.today, -3)),
      opened_by_key: by.key,
      opened_by_name: by.name,
    });
    const at = instantOf(addDays(plan.today, -1));
    SIGNED_UP.forEach(([name, subject], index) => {
      const isTaken = index < 2;
      const mobile = `+98911744${String(2100 + index)}`;
      const invitationId = isTaken ? chance.id(at) : null;
      if (invitationId)
        country.add("meeting_invitation", {
          division_id: county,
          id: invitationId,
          meeting_id: meetingId,
          number: index + 1,
          kind: "guest",
          participants: "people",
          office_division_id: null,
          office_id: null,
          person_id: null,
          name,
          role_title: null,
          organisation: null,
          mobile,
          consented_at: at,
          reply: null,
          reply_note: null,
          deputy_name: null,
          deputy_role: null,
          replied_at: null,
          attended: null,
          arrived_at: null,
          marked_by: null,
          token_hash: hashOf(county, invitationId),
          sent_at: at,
          created_at: at,
          created_by_key: by.key,
          revision: 1,
        });
      country.add("sign_up", {
        division_id: county,
        id: chance.id(at),
        meeting_id: meetingId,
        state: isTaken ? "taken" : "waiting",
        full_name: isTaken ? null : name,
        mobile: isTaken ? null : mobile,
        subject,
        consented_at: at,
        received_at: at,
        decided_at: isTaken ? at : null,
        decided_by_key: isTaken ? by.key : null,
        decided_by_name: isTaken ? by.name : null,
        invitation_id: invitationId,
      });
    });
  };

  const next = addDays(plan.today, 6);
  const announced = meeting(next, "نشست هماهنگی دستگاه‌ها و شبکه مردمی: آب روستایی", {
    state: "announced",
    starts_at: "09:00",
    ends_at: "11:00",
    announced_at: instantOf(addDays(plan.today, -2)),
    invitation_number: "۱۴۰۵/۳۲۷",
  });
  agenda(announced, 0);
  const answers: Readonly<Record<number, Row>> = {
    2: { reply: "yes" },
    3: { reply: "deputy", deputy_name: "رضا مرادی", deputy_role: "معاون بهره‌برداری" },
    4: { reply: "no", reply_note: "همان روز در جلسه استان هستم؛ گزارش را پیش از جلسه می‌فرستم." },
    7: { reply: "yes" },
    8: { reply: "yes" },
    9: { reply: "no" },
    16: { reply: "yes" },
  };
  const repliedAt = instantOf(addDays(plan.today, -1));
  invite(country, chance, { county, id: announced, day: next }, offices, by, (n) =>
    answers[n] ? { ...answers[n], replied_at: repliedAt, revision: 2 } : {},
  );

  makeSignUps();

  const sits = meeting(plan.today, "جلسه شورای هماهنگی خدمات روستاهای بخش مرکزی", {
    state: "in-session",
    starts_at: "08:00",
    ends_at: "10:30",
    announced_at: instantOf(addDays(plan.today, -8)),
    started_at: plan.now,
    invitation_number: "۱۴۰۵/۳۱۹",
  });
  const [first, second] = agenda(sits, 1);
  country.add("meeting_session", {
    division_id: county,
    meeting_id: sits,
    code: "47218",
    opened_at: plan.now,
    opened_by_key: by.key,
    network: 0,
    people: 12,
    revision: 2,
  });
  const came: Readonly<Record<number, Row>> = {
    1: { attended: "present", marked_by: "list" },
    2: { attended: "present", marked_by: "code" },
    3: { reply: "deputy", deputy_name: "رضا مرادی", attended: "deputy", marked_by: "list" },
    4: { reply: "no", attended: "absent", marked_by: "list" },
    7: { reply: "yes", attended: "present", marked_by: "code" },
    8: { reply: "yes" },
  };
  invite(country, chance, { county, id: sits, day: plan.today }, offices, by, (n) =>
    came[n] ? { ...came[n], arrived_at: plan.now } : {},
  );
  const outcome = (position: number, itemId: string | undefined, row: Row) =>
    country.add("meeting_outcome", {
      division_id: county,
      id: chance.id(plan.now),
      meeting_id: sits,
      agenda_item_id: itemId ?? null,
      position,
      created_at: plan.now,
      created_by_key: by.key,
      revision: 1,
      parties_written: null,
      deadline_written: null,
      speaker: null,
      place_name: null,
      ...row,
    });
  outcome(1, first, {
    kind: "information",
    text: "از ۱۴ مصوبه جلسه پیش، ۹ مصوبه انجام و ۳ مصوبه در دست اقدام است.",
  });
  outcome(2, second, {
    kind: "resolution",
    text: "خط انتقال آب روستای زیارت تا پایان بهمن بازسازی شود.",
    parties_written: "آب و فاضلاب؛ دهیاری زیارت",
    deadline_written: "تا ۳۰ بهمن ۱۴۰۵",
  });
  outcome(3, second, {
    kind: "promise",
    text: "هفته آینده نماینده اداره همراه دهیار از خط بازدید می‌کند.",
    speaker: "مدیر آب و فاضلاب شهرستان",
    place_name: "روستای زیارت",
  });
}
