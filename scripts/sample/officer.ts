import { addDays, type IsoDate } from "~/lib/jalali";
import { USUAL_TITLES } from "~/areas/officers/usual-titles";
import { officerName } from "~/lib/acting-name";
import type { Country } from "./country";
import type { Office } from "./offices";
import { newTrackingCode } from "~/lib/identifiers";
import { instantOf, type Plan } from "./plan";
import type { Walker } from "./posts";
import type { Chance } from "./random";
import { FAMILY_NAMES, GIVEN_NAMES } from "./words";

type Clerk = { key: string; name: string };

/** What became of a text at the office: days before today unless they are limits. */
type Owed = {
  text: string;
  issued: number;
  due: number;
  state: string;
  acknowledged?: number;
  started?: number;
  blocked?: [days: number, why: string];
  reported?: [days: number, how: string];
  rejected?: [days: number, why: string];
  verified?: number;
  corrected?: [days: number, former: string];
  cadence?: string;
};

const OWED: readonly Owed[] = [
  {
    text: "روشنایی معابر روستای رحمت آباد تا پیش از جشن روستا کامل شود",
    issued: 1,
    due: 12,
    state: "issued",
  },
  { text: "زمان‌بندی خاموشی‌های هفته آینده به دهیاری‌ها اعلام شود", issued: 6, due: 9, state: "issued" },
  {
    text: "تیر برق وسط کوچه هفتم شهرک امام جابه‌جا شود",
    issued: 34,
    due: -5,
    state: "acknowledged",
    acknowledged: 31,
  },
  {
    text: "فهرست مشترکان روستایی بدون کنتور با نشانی تحویل شود",
    issued: 27,
    due: 4,
    state: "in-progress",
    acknowledged: 25,
    started: 22,
    reported: [6, "فهرست در پیوست نامه فرستاده شد."],
    rejected: [2, "نشانی سه روستا در فهرست نیست؛ کامل کنید."],
  },
  {
    text: "نشست پاسخگویی با دهیاران بخش بهاران برگزار و صورت‌جلسه آن فرستاده شود",
    issued: 15,
    due: 8,
    state: "in-progress",
    acknowledged: 14,
    started: 12,
    corrected: [3, "نشست پاسخگویی با دهیاران بخش مرکزی برگزار و صورت‌جلسه آن فرستاده شود"],
  },
  {
    text: "ترانس فرسوده روستای نوده تعویض شود",
    issued: 40,
    due: 15,
    state: "blocked",
    acknowledged: 38,
    started: 30,
    blocked: [9, "دستگاه تازه هنوز از انبار استان نرسیده است."],
  },
  {
    text: "شماره پیام‌رسان گزارش خاموشی در تابلو مساجد نصب شود",
    issued: 20,
    due: 3,
    state: "reported-done",
    acknowledged: 18,
    started: 15,
    reported: [1, "در بیست‌وسه مسجد نصب شد؛ عکس‌ها در بایگانی روابط عمومی است."],
  },
  {
    text: "برنامه حضور مدیر اداره در میز خدمت نماز جمعه اعلام شود",
    issued: 60,
    due: -30,
    state: "verified",
    acknowledged: 58,
    started: 55,
    reported: [35, "برنامه سه‌ماهه به دفتر امام جمعه داده شد."],
    verified: 33,
  },
  {
    text: "گزارش ماهانه رسیدگی به درخواست‌های برق روستایی فرستاده شود",
    issued: 45,
    due: 20,
    state: "in-progress",
    acknowledged: 43,
    started: 40,
    cadence: "monthly",
  },
];

/**
 * The officer of one office, with an account of his own, and what his county's assistant asked of the office: something
 * in every state in which it can lie in his in-tray.
 */
export function makeOfficer(country: Country, chance: Chance, office: Office, plan: Plan, by: Clerk): Walker {
  const accountId = chance.id(plan.now);
  const holderName = "رضا کریمی";
  country.add("account", {
    id: accountId,
    username: "gorgan-office",
    full_name: holderName,
    is_administrator: false,
    is_sample: true,
    locale: "fa",
    created_at: plan.now,
  });
  const { titleFa, titleEn } = USUAL_TITLES["public-relations"];
  country.add("office_appointment", {
    division_id: office.divisionId,
    id: chance.id(plan.now),
    office_id: office.id,
    kind: "public-relations",
    title_fa: titleFa,
    title_en: titleEn,
    account_id: accountId,
    holder_name: holderName,
    order_number: "744/1404/5120",
    starts_on: addDays(plan.today, -200),
    ends_on: null,
    ended_at: null,
    end_reason: null,
    created_by_key: by.key,
    created_at: plan.now,
    revision: 1,
  });
  askAnswers(country, chance, office, plan, by);
  const officer = { key: accountId, name: officerName(titleFa, office.nameFa, holderName) };
  const ids = OWED.map((owed, index) => owe(country, chance, office, owed, index + 1, plan, by, officer));
  writeTo(country, chance, office, plan, by, {
    chase: [ids[1] ?? ""],
    reminder: [ids[2] ?? ""],
    correction: [ids[4] ?? ""],
  });
  return { username: "gorgan-office", accountId, post: `${titleFa}، ${office.nameFa}` };
}

const ASKED = [
  ["قطع پی‌درپی برق در ساعت آبیاری، روستای اوزینه", "complaint", 6],
  ["درخواست انشعاب برق برای خانه بهداشت تازه", "request", 9],
] as const;

/** Demands that were referred to the office and wait for its answer. */
function askAnswers(country: Country, chance: Chance, office: Office, plan: Plan, by: Clerk): void {
  for (const [title, kind, days] of ASKED) {
    const on = addDays(plan.today, -1);
    const at = instantOf(on);
    const id = chance.id(at);
    const common = { division_id: office.divisionId, demand_id: id };
    const trackingCode = newTrackingCode();
    country.add("demand", {
      division_id: office.divisionId,
      id,
      tracking_code: trackingCode,
      kind,
      title,
      field: "power-gas",
      locality: "گرگان",
      channel: "phone",
      received_on: on,
      state: "referred",
      office_id: office.id,
      office_name: office.nameFa,
      referred_at: at,
      limit_on: addDays(plan.today, days),
      answer_kind: null,
      answer_text: null,
      answered_at: null,
      verdict: null,
      verdict_at: null,
      created_at: at,
      created_by_key: by.key,
      revision: 1,
    });
    country.add("demand_person", {
      ...common,
      full_name: `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`,
      mobile: null,
      words: "با سلام؛ خواهش می‌کنم رسیدگی کنید و نتیجه را به ما بگویید.",
    });
    for (const [step, name] of [
      ["received", by.name],
      ["referred", office.nameFa],
    ] as const)
      country.add("demand_event", {
        ...common,
        id: chance.id(at),
        office_id: office.id,
        tracking_code: trackingCode,
        kind: step,
        by_name: name,
        at,
      });
  }
}

function owe(
  country: Country,
  chance: Chance,
  office: Office,
  owed: Owed,
  number: number,
  plan: Plan,
  by: Clerk,
  officer: Clerk,
): string {
  const ago = (days: number): IsoDate => addDays(plan.today, -days);
  const at = (days: number | undefined) => (days === undefined ? null : instantOf(ago(days)));
  const issuedAt = instantOf(ago(owed.issued));
  const dueOn = addDays(plan.today, owed.due);
  const title = "نامه دستیار مردمی‌سازی فرماندار";
  const deadline = { deadline_kind: owed.cadence ? "continuous" : "dated", cadence: owed.cadence ?? null };
  const textId = chance.id(issuedAt);
  const id = chance.id(issuedAt);
  const receiver = owed.cadence ? "دبیرخانه فرمانداری" : null;
  country.add("issuance", {
    division_id: office.divisionId,
    id: textId,
    source_kind: "decision",
    record_id: textId,
    title,
    number,
    text: owed.text,
    addressees: office.nameFa,
    ...deadline,
    due_on: dueOn,
    receiver,
    issued_at: issuedAt,
    issued_by_name: by.name,
  });
  country.add("obligation", {
    division_id: office.divisionId,
    id,
    source_division_id: office.divisionId,
    source_kind: "decision",
    source_id: textId,
    source_title: title,
    source_number: number,
    office_id: office.id,
    organisation_id: office.organisationId,
    text: owed.text,
    ...deadline,
    first_due_on: dueOn,
    due_on: dueOn,
    receiver,
    state: owed.state,
    issued_at: issuedAt,
    issued_by_key: by.key,
    acknowledged_at: at(owed.acknowledged),
    reported_at: at(owed.reported?.[0]),
    reported_by_key: owed.reported ? officer.key : null,
    verified_at: at(owed.verified),
    verified_by_key: owed.verified === undefined ? null : by.key,
    revision: 1,
  });
  const common = {
    division_id: office.divisionId,
    source_division_id: office.divisionId,
    office_id: office.id,
    obligation_id: id,
  };
  const steps: [kind: string, days: number | undefined, who: Clerk, note?: string | undefined][] = [
    ["acknowledge", owed.acknowledged, officer],
    ["start", owed.started, officer],
    ["block", owed.blocked?.[0], officer, owed.blocked?.[1]],
    ["correct", owed.corrected?.[0], by, owed.corrected?.[1]],
    ["report-done", owed.reported?.[0], officer],
    ["reject", owed.rejected?.[0], by, owed.rejected?.[1]],
    ["verify", owed.verified, by],
  ];
  for (const [kind, days, who, note] of steps) {
    if (days === undefined) continue;
    const on = instantOf(ago(days));
    country.add("obligation_event", {
      ...common,
      id: chance.id(on),
      kind,
      note: note ?? null,
      by_name: who.name,
      by_key: who.key,
      at: on,
    });
  }
  if (owed.reported) {
    const on = instantOf(ago(owed.reported[0]));
    country.add("obligation_evidence", {
      ...common,
      id: chance.id(on),
      kind: "text",
      text: owed.reported[1],
      by_name: officer.name,
      by_key: officer.key,
      at: on,
    });
  }
  return id;
}

const COUNT_OF = { chase: "silent", reminder: "overdue", correction: "corrected" } as const;

/** What the office was written about and has not yet seen. */
function writeTo(
  country: Country,
  chance: Chance,
  office: Office,
  plan: Plan,
  by: Clerk,
  about: Record<keyof typeof COUNT_OF, string[]>,
): void {
  Object.entries(COUNT_OF).forEach(([kind, count], index) => {
    const ids = about[kind as keyof typeof COUNT_OF];
    const on = addDays(plan.today, -(index + 1));
    const id = chance.id(instantOf(on));
    const batch = chance.id(instantOf(on));
    const common = { division_id: office.divisionId, source_division_id: office.divisionId };
    country.add("office_message", {
      ...common,
      id,
      office_id: office.id,
      kind,
      batch_id: batch,
      due_soon: 0,
      overdue: 0,
      silent: 0,
      escalated: 0,
      corrected: 0,
      [count]: ids.length,
      note: kind === "chase" ? "پاسخ کوتاه هم کافی است." : null,
      by_name: kind === "reminder" ? "system" : by.name,
      by_key: kind === "reminder" ? "system" : by.key,
      sent_at: instantOf(on),
      sent_on: on,
      seen_at: null,
    });
    for (const obligation of ids)
      country.add("office_message_item", {
        ...common,
        obligation_id: obligation,
        kind: count === "corrected" ? "correction" : kind === "chase" ? kind : count,
        mark: kind === "chase" ? on : batch,
        message_id: id,
      });
  });
}
