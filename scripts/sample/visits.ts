import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { catalogueEntries } from "../../prisma/seed/catalogue-entries";
import { localityName } from "~/areas/catalogues/choices";
import { CHECKLIST_OF, type TargetKind } from "~/areas/visits/choices";
import { addDays, weekdayOf, type IsoDate } from "~/lib/jalali";
import { firstDayOf, lastDayOf, nextPeriod, periodOf } from "~/lib/period";
import type { Country } from "./country";
import type { Office } from "./offices";
import { instantOf, type Plan } from "./plan";
import type { Holders } from "./posts";
import { chance } from "./random";
import { LOCALITIES, VILLAGES } from "./words";

const PAGE =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

type Division = { id: number; level: string; nameFa: string; nameEn: string };
type Named = { fa: string; en: string };
type Where = Named & { kind: TargetKind; divisionId: number; officeId?: string; locality?: string };
type Who = Named & { postId?: string; officeId?: string };
type Told = {
  state: string;
  days: number;
  purpose: string;
  more?: Record<string, string | number | boolean>;
};

const SUMMARIES = [
  "کار شبکه پیش می‌رود و تماس‌ها به‌روز است. دو مصوبه ستاد بحران هنوز مدرک ندارد و با رئیس اداره گفت‌وگو شد.",
  "مردم از نوبت‌دهی میز خدمت راضی بودند. قول آسفالت معبر ورودی داده شد که باید پیگیری شود.",
];
const FINDINGS: readonly (readonly [text: string, spot: string])[] = [
  ["چراغ‌های معبر ورودی روستا از دو ماه پیش خاموش است.", "ورودی روستا"],
  ["میز خدمت در روز ملاقات مردمی کارشناس پاسخ‌گو نداشت.", "سالن مراجعان"],
  ["دیوار حیاط مدرسه ترک خورده و خطر ریزش دارد.", "مدرسه شهید رجایی"],
];

const FRIDAY = 6;
const openDay = (day: IsoDate): IsoDate => (weekdayOf(day) === FRIDAY ? addDays(day, 1) : day);

/** Visits of a county's officials to its villages and offices, and of a province's to its counties: of every state some. */
export function makeVisits(
  country: Country,
  { county, province }: { county: number; province: number },
  divisions: readonly Division[],
  offices: Map<number, Office[]>,
  holders: Holders,
  plan: Plan,
): void {
  const made = chance(1413);
  const officesOf = (place: number) => (offices.get(place) ?? []).filter(({ kind }) => kind === "executive");
  const post = (place: number, role: string, fa: string, en: string): Who | null => {
    const holder = holders.get(`${place} ${role}`);
    return holder ? { postId: holder.postId, fa, en } : null;
  };
  const head = (office: Office): Who => ({ officeId: office.id, fa: office.nameFa, en: office.nameFa });

  const add = (place: number, where: Where, who: Who, told: Told) => {
    const keeper = holders.get(`${place} ${place === county ? "assistant" : "provincial-expert"}`);
    const plannedOn = addDays(plan.today, told.days);
    const createdAt = instantOf(addDays(plan.today, Math.min(told.days, 0) - 14));
    const id = made.id(createdAt);
    const isTold = told.state !== "planned";
    const isMade = told.state === "made" || told.state === "reported";
    country.add("visit", {
      division_id: place,
      id,
      target_kind: where.kind,
      target_division_id: where.divisionId,
      locality: where.locality ?? null,
      target_office_id: where.officeId ?? null,
      target_fa: where.fa,
      target_en: where.en,
      spot: null,
      post_id: who.postId ?? null,
      office_id: who.officeId ?? null,
      visitor_fa: who.fa,
      visitor_en: who.en,
      purpose: told.purpose,
      planned_on: plannedOn,
      starts_at: "09:00",
      ends_at: "11:30",
      state: told.state,
      announced_at: isTold ? createdAt : null,
      moves: 0,
      moved_from: null,
      reason: null,
      excused: null,
      settled_at: ["planned", "announced"].includes(told.state) ? null : instantOf(plannedOn),
      reported_at: told.state === "reported" ? instantOf(addDays(plannedOn, 1)) : null,
      reported_by_name: told.state === "reported" ? (keeper?.name ?? "") : null,
      created_at: createdAt,
      created_by_key: keeper?.accountId ?? "",
      revision: 1,
      ...told.more,
    });
    if (isMade) report(place, id, where.kind, plannedOn, keeper?.name ?? "", told.state === "reported");
    return id;
  };

  const report = (
    place: number,
    visitId: string,
    kind: TargetKind,
    day: typeof plan.today,
    by: string,
    isWhole: boolean,
  ) => {
    const of = { division_id: place, visit_id: visitId };
    const at = instantOf(day);
    country.add("visit_report", {
      ...of,
      summary: isWhole ? made.pick(SUMMARIES) : null,
      updated_at: at,
      updated_by_name: by,
      revision: 1,
    });
    const questions = catalogueEntries[CHECKLIST_OF[kind]] ?? [];
    for (const [position, question] of questions.slice(0, isWhole ? undefined : 3).entries())
      country.add("visit_answer", {
        ...of,
        code: question.code,
        question_fa: question.fa,
        question_en: question.en,
        position,
        answer: made.pick(["yes", "yes", "partly", "no", "not-seen"] as const),
        note: null,
      });
    for (const [index, [text, spot]] of FINDINGS.slice(0, isWhole ? 3 : 1).entries()) {
      const id = made.id(at);
      const paper = index === 1 || !isWhole;
      country.add("visit_finding", {
        ...of,
        id,
        text,
        spot,
        file_name: paper ? "scan.pdf" : null,
        file_type: paper ? "application/pdf" : null,
        file_hash: paper ? createHash("sha256").update(PAGE).digest("hex") : null,
        file_size: paper ? PAGE.length : null,
        found_at: new Date(at.getTime() + index * 60_000),
        found_by_name: by,
        revision: 1,
      });
      if (!paper || !process.env.DATA_DIR) continue;
      const folder = path.resolve(process.env.DATA_DIR, "files", "own", id.slice(-2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, id), PAGE);
    }
  };

  const governor = post(county, "governor", "فرماندار", "Governor");
  const bodies = officesOf(county);
  const village = (n: number): Where => {
    const [name, within] = VILLAGES[(county + n) % VILLAGES.length] ?? ["", ""];
    const fa = localityName(name, within);
    return { kind: "locality", divisionId: county, locality: fa, fa, en: fa };
  };
  const toOffice = (place: number, office: Office): Where => ({
    kind: "office",
    divisionId: place,
    officeId: office.id,
    fa: office.nameFa,
    en: office.nameFa,
  });
  const rota = (place: number, who: Who, key: string, to: (n: number) => [string, Named]) => {
    const keeper = holders.get(`${place} ${place === county ? "assistant" : "provincial-expert"}`);
    const at = instantOf(addDays(plan.today, -1));
    const next = nextPeriod(periodOf(plan.today, "quarter"));
    const id = made.id(at);
    country.add("visit_rota", {
      division_id: place,
      id,
      period: next,
      starts_on: firstDayOf(next),
      ends_on: lastDayOf(next),
      target_kind: place === county ? "locality" : "division",
      purpose: "گفت‌وگو با مردم",
      starts_at: "09:00",
      ends_at: "11:30",
      state: "draft",
      created_at: at,
      created_by_key: keeper?.accountId ?? "",
      created_by_name: keeper?.name ?? "",
      revision: 1,
    });
    for (let n = 0; n < 6; n += 1) {
      const [target, named] = to(n);
      country.add("visit_turn", {
        division_id: place,
        id: made.id(at),
        rota_id: id,
        on_day: openDay(addDays(firstDayOf(next), 15 + n * 11)),
        target,
        target_fa: named.fa,
        target_en: named.en,
        visitor: key,
        visitor_fa: who.fa,
        visitor_en: who.en,
        visit_id: null,
        revision: 1,
      });
    }
  };

  const [first, second, third, fourth] = bodies;
  if (governor && first && second && third && fourth) {
    const talk = "گفت‌وگو با مردم روستا";
    const work = "دیدن روند کار و میز خدمت";
    rota(county, governor, `post:${governor.postId ?? ""}`, (n) => [
      `locality:own-${county}-sample-${LOCALITIES.length + n}`,
      village(n),
    ]);
    add(county, village(0), governor, { state: "planned", days: 12, purpose: talk });
    add(county, village(1), head(first), { state: "planned", days: 19, purpose: talk });
    add(county, village(2), head(second), { state: "announced", days: 4, purpose: talk });
    add(county, toOffice(county, third), governor, { state: "announced", days: 0, purpose: work });
    add(county, village(3), governor, { state: "made", days: -2, purpose: talk });
    add(county, village(4), governor, { state: "reported", days: -40, purpose: talk });
    add(county, toOffice(county, fourth), governor, { state: "reported", days: -75, purpose: work });
    add(county, village(5), head(third), {
      state: "no-show",
      days: -9,
      purpose: talk,
      more: { reason: "هم‌زمان به جلسه استانی خوانده شد و جانشین نفرستاد.", excused: false },
    });
    add(county, village(0), head(third), {
      state: "no-show",
      days: -60,
      purpose: talk,
      more: { reason: "بیماری", excused: true },
    });
    add(county, village(6), head(fourth), {
      state: "cancelled",
      days: -20,
      purpose: talk,
      more: { reason: "بارش برف و بسته شدن راه" },
    });
  }

  const representative = post(
    province,
    "representative",
    "نماینده استاندار در امر مردمی‌سازی",
    "Governor-general's representative",
  );
  const below = divisions.filter(({ id }) => id > province && id < province + 1000);
  const directors = officesOf(province);
  const director = directors[0];
  if (!representative || !director) return;
  rota(province, representative, `post:${representative.postId ?? ""}`, (n) => {
    const { id, nameFa, nameEn } = below[n % below.length] ?? { id: county, nameFa: "", nameEn: "" };
    return [`division:${id}`, { fa: nameFa, en: nameEn }];
  });
  for (const [index, { id, nameFa, nameEn }] of below.entries()) {
    const where: Where = { kind: "division", divisionId: id, fa: nameFa, en: nameEn };
    // Every fourth county was not visited for long, and some never.
    if (index % 4 !== 3)
      add(province, where, representative, {
        state: "reported",
        days: -(20 + index * 23),
        purpose: "مشاهده روند کار شهرستان",
      });
    if (index % 5 === 1)
      add(province, where, head(directors[index % directors.length] ?? director), {
        state: index === 6 ? "no-show" : "reported",
        days: -(8 + index * 11),
        purpose: "گفت‌وگوی مدیرکل با مردم",
        more: index === 6 ? { reason: "سفر همراه وزیر", excused: true } : {},
      });
    if (id === county)
      add(province, where, representative, {
        state: "announced",
        days: 6,
        purpose: "مشاهده روند کار شهرستان",
      });
    else if (index % 4 === 3)
      add(province, where, representative, {
        state: "planned",
        days: 10 + index,
        purpose: "مشاهده روند کار شهرستان",
      });
  }
}
