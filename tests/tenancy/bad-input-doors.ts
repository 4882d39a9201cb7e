import { linkToken } from "~/areas/meetings/invitations/link.server";
import type { ServerBuild } from "@remix-run/node";
import { now } from "~/kernel/clock.server";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import {
  anOfficeLink,
  anOwnPage,
  aPasswordLink,
  signedIn,
  signedInAdministrator,
} from "../factories/sessions";
import { ownerRows } from "../setup/owner";
import { addressOf, recordsIn } from "./addresses";
import { deskAddress, officeDesk, recordsOfOffice } from "./office-desk";
import { ROUTE_CASES, type Standing } from "./route-cases";

/** Where forms are found and whose session fills them: one path, or several of which each takes a form once. */
export type Door = { paths: string[]; cookie: string | undefined };

/** How many records a door may use up. */
const ENOUGH = 4;

const cookies = new Map<string, Promise<string>>();
function cookieOf(who: string, make: () => Promise<string>): Promise<string> {
  const cookie = cookies.get(who) ?? make();
  cookies.set(who, cookie);
  return cookie;
}
const cookieOfStanding = ({ place, role }: Standing) =>
  cookieOf(`${place} ${role}`, () => signedIn(place, role));

/** The door of a route as its case says. */
export async function doorOf(routes: ServerBuild["routes"], id: string): Promise<Door> {
  const at = ROUTE_CASES[id];
  if (at?.door === "office") {
    const desk = await officeDesk();
    const states = at.record === "obligation" ? OWED : undefined;
    const own = at.record ? await recordsOfOffice(at.record, states ? { states } : {}) : ["none"];
    return { paths: own.map((record) => deskAddress(id, desk, record)), cookie: desk.cookie };
  }
  const cookie =
    at?.door === "place"
      ? cookieOfStanding(at.own)
      : at?.door === "administrator"
        ? cookieOf("administrator", signedInAdministrator)
        : at?.door === "account"
          ? cookieOf("account", () => signedIn(28_005, "expert"))
          : undefined;
  const place = at?.door === "place" ? at.own.place : at?.door === "administrator" ? (at.place ?? 0) : 0;
  const below = at?.door === "place" ? at.below : undefined;
  const table = at?.door === "place" || at?.door === "administrator" ? at.record : undefined;
  const isLink = at?.door === "everybody" && at.link === true;
  const records = table
    ? await recordsIn(table, below ?? place, ENOUGH, at?.door === "place" ? at.states : undefined)
    : [isLink ? await aPasswordLink() : "28005"];
  const params = at?.door === "place" ? at.params : undefined;
  const paths = records.map((record) => addressOf(routes, id, place, record, below, params));
  return { paths, cookie: await cookie };
}

const provincialExpert: Standing = { place: 28_000, role: "provincial-expert" };
const representative: Standing = { place: 28_000, role: "representative" };

const OWED = ["acknowledged", "in-progress"];

/** Obligations between the province's own offices and the council that it serves, at the form of a step. */
async function obligationsAt(
  step: string,
  states: string[],
  standing: Standing = provincialExpert,
): Promise<Door> {
  const rows = await ownerRows<{ id: string }>(
    `select id from obligation where division_id = $1 and source_division_id = $1 and state = any($2)
      order by id limit ${ENOUGH}`,
    [standing.place, states],
  );
  const paths = rows.map(({ id }) => `/${standing.place}/obligations/${id}?step=${step}`);
  return { paths, cookie: await cookieOfStanding(standing) };
}

/** Records that wait for an office, each at the office's own door. */
async function officeAt(
  table: "demand" | "obligation",
  states: string[],
  rest: (id: string) => string,
): Promise<Door> {
  const rows = await ownerRows<{ place: number; id: string; office: string }>(
    `select division_id as place, id, office_id as office from "${table}"
      where division_id between $1 + 1 and $1 + 999 and state = any($2) order by id desc limit ${ENOUGH}`,
    [representative.place, states],
  );
  const paths = await Promise.all(
    rows.map(async ({ place, id, office }) => `/office/${await anOfficeLink(place, office)}${rest(id)}`),
  );
  return { paths, cookie: undefined };
}

/** What an office owes, at its officer's own desk and the form of a step. */
async function officerAt(step: string): Promise<Door> {
  const desk = await officeDesk();
  const ids = await recordsOfOffice("obligation", { states: OWED });
  return {
    paths: ids.map((id) => `/${desk.place}/office/${desk.office}/obligations/${id}?step=${step}`),
    cookie: desk.cookie,
  };
}

/** Minutes with parties whom their words leave open. */
async function minutesToName(): Promise<Door> {
  const [minutes] = await ownerRows<{ id: string; resolution: string }>(
    `select minutes_id as id, id as resolution from resolution where division_id = $1 order by id desc limit 1`,
    [provincialExpert.place],
  );
  for (let left = ENOUGH; left > 0; left -= 1)
    await ownerRows(
      `insert into resolution_party (division_id, id, resolution_id, kind, written)
       values ($1, $2, $3, 'vague', 'دستگاه‌های مرتبط')`,
      [provincialExpert.place, uuidv7(), minutes?.resolution],
    );
  const paths = [`/${provincialExpert.place}/minutes/${minutes?.id ?? ""}`];
  return { paths, cookie: await cookieOfStanding(provincialExpert) };
}

/** Reports of counties that wait for the province. */
async function reportsToReview(search = ""): Promise<Door> {
  const rows = await ownerRows<{ id: number; period: string }>(
    `select division_id as id, period from report where division_id between $1 + 1 and $1 + 999
        and state in ('submitted', 'under-review') order by period desc, division_id desc limit ${ENOUGH * 2}`,
    [representative.place],
  );
  const paths = rows.map(({ id, period }) => `/${representative.place}/reports/${id}/${period}${search}`);
  return { paths, cookie: await cookieOfStanding(representative) };
}

async function slipsThatAsk(): Promise<Door> {
  const rows = await ownerRows<{ code: string }>(
    `select tracking_code as code from demand
      where state = 'answered' and answer_kind <> 'refused' order by id limit ${ENOUGH}`,
  );
  return { paths: rows.map(({ code }) => `/t/${code}`), cookie: undefined };
}

/** A public join form of the county. */
async function joinForms(): Promise<Door> {
  const rows = await ownerRows<{ token: string }>(
    `select token from join_link where division_id = $1 and revoked_at is null order by id desc limit ${ENOUGH}`,
    [representative.place + 5],
  );
  return { paths: rows.map(({ token }) => `/join/${token}`), cookie: undefined };
}

/** The public sign-up of a meeting of the county. */
async function signUpPages(): Promise<Door> {
  const rows = await ownerRows<{ token: string }>(
    "select token from sign_up_page where division_id = $1 and closed_at is null",
    [representative.place + 5],
  );
  return { paths: rows.map(({ token }) => `/sign-up/${token}`), cookie: undefined };
}

/** The sign-up of a meeting of the county, at its clerks' page. */
async function signUpsOfMeeting(): Promise<Door> {
  const rows = await ownerRows<{ id: string }>(
    "select meeting_id as id from sign_up_page where division_id = $1",
    [assistant.place],
  );
  const paths = rows.map(({ id }) => `/${assistant.place}/meetings/${id}/sign-up`);
  return { paths, cookie: await cookieOfStanding(assistant) };
}

/** A person of the county at a form of his own page. */
async function ownPageAt(path: string): Promise<Door> {
  const [person] = await recordsIn("person", representative.place + 5, 1);
  return { paths: [path], cookie: await anOwnPage(representative.place + 5, person ?? "") };
}

/** Offers that somebody goes over: at his own page while he has not answered, at the other county once he has. */
async function relocationAt(end: "person" | "receiver"): Promise<Door> {
  const county = representative.place + 5;
  const [open] = await ownerRows<{ id: string; person: string }>(
    end === "person"
      ? // Offered now: whom the sample has one for may have been erased by an earlier form.
        `insert into relocation (division_id, id, to_division_id, person_id, state, reason, offered_at, offered_by_key,
           offered_by_name, expires_on)
         select division_id, gen_random_uuid(), division_id + 1, id, 'offered', 'home', now(), 'test', 'آزمون',
           current_date + 20
         from person p where division_id = $1 and erased_at is null and state = 'active' and not exists
           (select from relocation r where r.division_id = p.division_id and r.person_id = p.id)
         order by id limit 1 returning id, person_id as person`
      : "select id, person_id as person from relocation where to_division_id = $1 and state = 'consented' limit 1",
    [county],
  );
  if (end === "person") return { paths: ["/me/moving"], cookie: await anOwnPage(county, open?.person ?? "") };
  const path = `/${county}/network/relocations/${open?.id ?? ""}`;
  return { paths: [path], cookie: await cookieOfStanding({ place: county, role: "assistant" }) };
}

async function reviewAt(open: "head" | "resolution"): Promise<Door> {
  const [draft] = await ownerRows<{ id: string; resolution: string }>(
    `select id, review->'resolutions'->0->>'id' as resolution from minutes_draft
      where division_id = $1 and minutes_id is null order by id desc limit 1`,
    [provincialExpert.place],
  );
  const path = `/${provincialExpert.place}/minutes/review/${draft?.id ?? ""}`;
  const opened = open === "head" ? "head" : (draft?.resolution ?? "");
  return { paths: [`${path}?open=${opened}`], cookie: await cookieOfStanding(provincialExpert) };
}

/** Counties that somebody stands in and that sent no report of the quarter. */
async function placesToExcuse(): Promise<Door> {
  const rows = await ownerRows<{ id: number; period: string }>(
    `select d.id, q.period from division d cross join unnest(array['1405-Q3', '1405-Q2', '1404-Q2']) q(period)
      where d.id between $1 + 1 and $1 + 999 and d.valid_to is null
        and exists (select from appointment a join post p on p.division_id = a.division_id and p.id = a.post_id
                     where a.division_id = d.id and p.role = 'assistant' and a.created_by_key <> 'test')
        and not exists (select from report r where r.division_id = d.id and r.period = q.period and r.submission > 0)
      order by 2 desc, 1 limit ${ENOUGH}`,
    [representative.place],
  );
  const paths = rows.map(
    ({ id, period }) => `/${representative.place}/reports?period=${period}&excuse=${id}`,
  );
  return { paths, cookie: await cookieOfStanding(representative) };
}

const assistant: Standing = { place: 28_005, role: "assistant" };

/** Invitations to meetings of the county in a state, each at its own link. */
async function invitationsAt(state: string): Promise<Door> {
  const rows = await ownerRows<{ id: string }>(
    `select i.id from meeting_invitation i join meeting m on m.division_id = i.division_id and m.id = i.meeting_id
      where i.division_id = $1 and m.state = $2 and i.attended is null order by i.number desc limit ${ENOUGH}`,
    [assistant.place, state],
  );
  return { paths: rows.map(({ id }) => `/i/${linkToken(assistant.place, id, 1)}`), cookie: undefined };
}

/** Meetings of the county in a state, at one of their pages. */
async function meetingsAt(state: string, page: string): Promise<Door> {
  const rows = await ownerRows<{ id: string }>(
    `select id from meeting where division_id = $1 and state = $2 order by id limit ${ENOUGH}`,
    [assistant.place, state],
  );
  const paths = rows.map(({ id }) => `/${assistant.place}/meetings/${id}/${page}`);
  return { paths, cookie: await cookieOfStanding(assistant) };
}

/** People of the county at the form of a step of the joining path. */
async function peopleAt(step: string): Promise<Door> {
  const ids = await recordsIn("person", assistant.place, ENOUGH * 2);
  const paths = ids.map((id) => `/${assistant.place}/network/people/${id}/path?step=${step}`);
  return { paths, cookie: await cookieOfStanding(assistant) };
}

/** Forms behind a search of their address, and behind tokens and codes: what each is called, and its door. */
/** A county that was closed on the sample's day. */
async function closedCounty(): Promise<Door> {
  const [county] = await ownerRows<{ id: number }>(
    `update division set valid_to = $1, closed_at = now(), successor_ids = '{28005}' where id = 28012 returning id`,
    [todayIn(now())],
  );
  return { paths: [`/admin/${county?.id}`], cookie: await cookieOf("administrator", signedInAdministrator) };
}

export const FURTHER_DOORS: Record<string, () => Promise<Door>> = {
  "an obligation is reported done": () => obligationsAt("report-done", OWED),
  "an obligation is blocked": () => obligationsAt("block", OWED),
  "an obligation is passed on": () => obligationsAt("pass-on", ["issued", ...OWED]),
  "an obligation is rejected": () => obligationsAt("reject", ["reported-done"]),
  "an obligation is re-dated": () => obligationsAt("re-date", ["issued", ...OWED]),
  "an obligation is withdrawn": () => obligationsAt("withdraw", ["issued", ...OWED]),
  "an obligation is not applicable": () =>
    obligationsAt("set-not-applicable", ["issued", ...OWED], representative),
  "the head of minutes is reviewed": () => reviewAt("head"),
  "a resolution is reviewed": () => reviewAt("resolution"),
  "a party is named": minutesToName,
  "the closing of a county is taken back": closedCounty,
  "a figure of a report is commented on": () => reportsToReview("?comment=a6.thematic-held"),
  "a report is reviewed": () => reportsToReview(),
  "a place is excused": placesToExcuse,
  "a person is archived": () => peopleAt("archive"),
  "a person is cancelled": () => peopleAt("cancel"),
  "an office reports done": () => officeAt("obligation", OWED, (id) => `/${id}?step=report-done`),
  "an office is blocked": () => officeAt("obligation", OWED, (id) => `/${id}?step=block`),
  "an office takes an obligation up": () => officeAt("obligation", ["issued"], (id) => `/${id}`),
  "an office answers a demand": () =>
    officeAt("demand", ["referred", "transferred"], (id) => `/demands/${id}`),
  "an officer reports done by his account": () => officerAt("report-done"),
  "an officer is blocked": () => officerAt("block"),
  "an officer asks for another day": () => officerAt("ask-day"),
  "a citizen judges the answer": slipsThatAsk,
  "somebody asks to join": joinForms,
  "a person settles his own ways": () => ownPageAt("/me/ways"),
  "a person corrects what is held about him": () => ownPageAt("/me/correct"),
  "a person has himself erased": () => ownPageAt("/me/erase"),
  "an invitee answers": () => invitationsAt("announced"),
  "an invitee says that he is there": () => invitationsAt("in-session"),
  "somebody puts his name down for a meeting": signUpPages,
  "the names that were put down are looked at": signUpsOfMeeting,
  "people are invited to a meeting": () => meetingsAt("announced", "invited/new"),
  "who came to a meeting is marked": () => meetingsAt("in-session", "attendance"),
  "outcomes of a meeting are written down": () => meetingsAt("in-session", "session"),
  "a person answers an offer to go over": () => relocationAt("person"),
  "another county's member is decided on": () => relocationAt("receiver"),
};
