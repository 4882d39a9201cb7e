import { createHash } from "node:crypto";
import type { Cause } from "~/areas/obligations/choices";
import { addDays, type IsoDate } from "~/lib/jalali";
import type { Period } from "~/lib/period";
import type { Country } from "./country";
import type { Office } from "./offices";
import { dayIn, instantOf, type Plan } from "./plan";
import type { Chance } from "./random";
import { RESOLUTIONS } from "./words";

type People = {
  expert: { accountId: string; name: string };
  assistants: Map<number, { accountId: string; name: string }>;
};

/** One council of the province in a quarter: its minutes, its resolutions and what each office owes because of them. */
export function makeCouncil(
  country: Country,
  chance: Chance,
  province: { id: number; nameFa: string },
  quarter: Period,
  offices: Map<number, Office[]>,
  people: People,
  plan: Plan,
): void {
  const heldOn = dayIn(quarter, chance.between(10, 30));
  const issuedOn = addDays(heldOn, 3);
  if (issuedOn > plan.today) return;
  const minutesId = chance.id(instantOf(issuedOn));
  const title = `شورای اداری استان ${province.nameFa}`;
  country.add("minutes", {
    division_id: province.id,
    id: minutesId,
    title,
    held_on: heldOn,
    starts_at: "15:30",
    ends_at: "18:00",
    place: "سالن اجتماعات استانداری",
    invitation_number: `${quarter.slice(0, 4)}/4/${chance.between(10_000, 19_999)}`,
    agenda: ["پیگیری مصوبه‌های پیشین", "موضوع‌های تازه"],
    declared_count: RESOLUTIONS.length,
    source_hash: createHash("sha256").update(`sample ${province.id} ${quarter}`).digest("hex"),
    issued_at: instantOf(issuedOn),
    issued_by_name: people.expert.name,
    created_by_key: people.expert.accountId,
  });
  RESOLUTIONS.forEach(([text, group, isContinuous], index) => {
    const dueOn = addDays(issuedOn, chance.between(25, 55));
    const id = chance.id(instantOf(issuedOn));
    const partyId = chance.id(instantOf(issuedOn));
    const addressees = group === "governors" ? "فرمانداران استان" : "کلیه دستگاه‌های اجرایی استان";
    const deadline = isContinuous
      ? { deadline_kind: "continuous", due_on: dueOn, cadence: "monthly" }
      : { deadline_kind: "dated", due_on: dueOn, cadence: null };
    country.add("resolution", {
      division_id: province.id,
      id,
      minutes_id: minutesId,
      number: index + 1,
      text,
      refers_to: [],
      ...deadline,
      receiver: isContinuous ? "دبیرخانه شورا" : null,
    });
    country.add("resolution_party", {
      division_id: province.id,
      id: partyId,
      resolution_id: id,
      kind: "group",
      group_code: group,
      written: addressees,
    });
    country.add("issuance", {
      division_id: province.id,
      id,
      source_kind: "resolution",
      record_id: minutesId,
      title,
      number: index + 1,
      text,
      addressees,
      ...deadline,
      receiver: isContinuous ? "دبیرخانه شورا" : null,
      issued_at: instantOf(issuedOn),
      issued_by_name: people.expert.name,
    });
    const debtors =
      group === "governors"
        ? [...offices.values()]
            .flat()
            .filter(
              (o) =>
                o.code === "county-governorate" && Math.floor(o.divisionId / 1000) * 1000 === province.id,
            )
        : (offices.get(province.id) ?? []).filter((o) => o.kind === "executive");
    for (const office of debtors) {
      makeObligation(country, chance, {
        office,
        province,
        resolutionId: id,
        partyId,
        title,
        number: index + 1,
        text,
        deadline,
        dueOn,
        issuedOn,
        people,
        plan,
      });
    }
  });
}

type Owing = {
  office: Office;
  province: { id: number; nameFa: string };
  resolutionId: string;
  partyId: string;
  title: string;
  number: number;
  text: string;
  deadline: { deadline_kind: string; cadence: string | null };
  dueOn: IsoDate;
  issuedOn: IsoDate;
  people: People;
  plan: Plan;
};

/** Days past its limit after which nothing of the sample is still owed. */
const SETTLED_DAYS = 60;

/** Days by which a limit of the sample is moved, and how many days before it is over. */
const MOVED = { by: 30, before: 3 };
const REASONS: readonly Cause[] = ["budget", "waits-on-body", "supply", "weather"];

/** Every second resolution that was to be late was given another day before: kept by it, and late by the first. */
function reDated({ deadline, number, dueOn, issuedOn, plan }: Owing, id: string, reportedOn: IsoDate) {
  const on = addDays(dueOn, -MOVED.before);
  if (deadline.deadline_kind === "continuous" || number % 2 === 0 || reportedOn <= dueOn) return null;
  if (on <= issuedOn || on > plan.today) return null;
  const hash = createHash("sha256").update(`re-date ${id}`).digest("hex");
  const part = (from: number, to: number) => hash.slice(from, to);
  return {
    on,
    to: addDays(dueOn, MOVED.by),
    cause: REASONS[number % REASONS.length] ?? "budget",
    eventId: `${id.slice(0, 13)}-7${part(0, 3)}-8${part(3, 6)}-${part(6, 18)}`,
  };
}

/** One office's obligation with its timeline, at a state that its age makes likely. */
function makeObligation(country: Country, chance: Chance, o: Owing): void {
  const { office, province, issuedOn, dueOn, people, plan } = o;
  const debtor = people.assistants.get(office.divisionId) ?? { accountId: "sample", name: office.nameFa };
  const id = chance.id(instantOf(issuedOn));
  const acknowledgedOn = addDays(issuedOn, chance.between(1, 6));
  const reportedOn = addDays(dueOn, chance.happens(0.75) ? -chance.between(1, 12) : chance.between(2, 20));
  const verifiedOn = addDays(reportedOn, chance.between(1, 6));
  const isOld = dueOn < addDays(plan.today, -SETTLED_DAYS);
  const isSilent = chance.happens(0.08) && !isOld;
  let state = "issued";
  if (!isSilent && acknowledgedOn <= plan.today) state = "acknowledged";
  if (!isSilent && reportedOn <= plan.today && (chance.happens(0.9) || isOld)) state = "reported-done";
  if (state === "reported-done" && verifiedOn <= plan.today && (chance.happens(0.92) || isOld))
    state = "verified";
  const late = reDated(o, id, reportedOn);
  const isReported = state === "reported-done" || state === "verified";
  country.add("obligation", {
    division_id: office.divisionId,
    id,
    source_division_id: province.id,
    source_kind: "resolution",
    source_id: o.resolutionId,
    source_title: o.title,
    source_number: o.number,
    resolution_party_id: o.partyId,
    office_id: office.id,
    organisation_id: office.organisationId,
    text: o.text,
    deadline_kind: o.deadline.deadline_kind,
    first_due_on: dueOn,
    due_on: late?.to ?? dueOn,
    cause: late?.cause ?? null,
    cadence: o.deadline.cadence,
    receiver: o.deadline.cadence ? "دبیرخانه شورا" : null,
    state,
    issued_at: instantOf(issuedOn),
    issued_by_key: people.expert.accountId,
    acknowledged_at: state === "issued" ? null : instantOf(acknowledgedOn),
    reported_at: isReported ? instantOf(reportedOn) : null,
    reported_by_key: isReported ? debtor.accountId : null,
    verified_at: state === "verified" ? instantOf(verifiedOn) : null,
    verified_by_key: state === "verified" ? people.expert.accountId : null,
    revision: 1,
  });
  const common = {
    division_id: office.divisionId,
    source_division_id: province.id,
    office_id: office.id,
    obligation_id: id,
  };
  if (late)
    country.add("obligation_event", {
      ...common,
      id: late.eventId,
      kind: "re-date",
      note: null,
      due_from: dueOn,
      due_to: late.to,
      cause: late.cause,
      by_name: people.expert.name,
      by_key: people.expert.accountId,
      at: instantOf(late.on),
    });
  const steps: [string, IsoDate, { accountId: string; name: string }][] = [];
  if (state !== "issued") steps.push(["acknowledge", acknowledgedOn, debtor]);
  if (isReported) steps.push(["report-done", reportedOn, debtor]);
  if (state === "verified") steps.push(["verify", verifiedOn, people.expert]);
  for (const [kind, day, who] of steps) {
    const at = instantOf(day);
    country.add("obligation_event", {
      ...common,
      id: chance.id(at),
      kind,
      note: null,
      due_from: null,
      due_to: null,
      cause: null,
      by_name: who.name,
      by_key: who.accountId,
      at,
    });
  }
  if (isReported) {
    const at = instantOf(reportedOn);
    country.add("obligation_evidence", {
      ...common,
      id: chance.id(at),
      kind: "text",
      text: "صورت‌جلسه اجرا و سه عکس در بایگانی فرمانداری است.",
      by_name: debtor.name,
      by_key: debtor.accountId,
      at,
    });
  }
}
