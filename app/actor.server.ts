import { redirect, type AppLoadContext } from "@remix-run/node";
import { areaRules } from "./abilities";
import { findOffice, findOfficeOfLink } from "~/areas/bodies/queries.server";
import { ownWords } from "~/areas/catalogues/queries.server";
import { findPlace } from "~/areas/divisions/queries.server";
import { doorActor, findSignedIn, showsSession, type SignedIn } from "~/areas/identity/sessions.server";
import { listOfficePowers, type OfficePower } from "~/areas/officers/queries.server";
import { countUnread } from "~/areas/notifications/queries.server";
import { listPowers, type Power } from "~/areas/posts/queries.server";
import { abilityFrom } from "~/kernel/authorize";
import { scopeOf, type Actor, type Place, type PlacedActor, type Role } from "~/kernel/actor";
import { now } from "~/kernel/clock.server";
import { knownAtDoor, within, type Db } from "~/kernel/db.server";
import { refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { actingName, officerName, SYSTEM_NAME } from "~/lib/acting-name";
import { sha256Hex } from "~/lib/identifiers";
import { todayIn, type IsoDate, type Locale } from "~/lib/jalali";

/** Made once per HTTP request by the server. */
export type RequestScope = {
  locale: Locale;
  theme: "light" | "dark" | "system";
  today: IsoDate;
  signedIn: SignedIn | null;
  /** The places in which the account has power today. */
  powers: Power[];
  /** The actor of the place in the address, when the account has power there. */
  actor: PlacedActor | null;
  /** The account's power in that place, with the title of its post. */
  power: Power | null;
  /** The offices for which the account acts today: all of them where no place is asked for, else the one in the address. */
  offices: OfficeStanding[];
  unread: number;
  /** Words of the place's own catalogues, by the key of the message whose place they take. */
  ownWords: Record<string, string>;
  /** Cookies to send with the answer. */
  setCookies: string[];
  /** Finds the log line of this request. */
  reference: string;
  /** Network address of the caller: tries at the doors are counted by it. */
  address: string;
};

/** For which office an account acts, and as what. */
export type OfficeStanding = {
  power: OfficePower;
  office: { divisionId: number; id: string; nameFa: string; nameEn: string };
  actor: OfficerActor;
  unread: number;
};

declare module "@remix-run/node" {
  interface AppLoadContext {
    scope: RequestScope;
    /** What the answer's policy lets the page's own scripts carry, in base64. */
    nonce: string;
  }
}

/** An actor of a place with the ability that its role gives. */
export function staffActor(
  account: { id: string; fullName: string },
  place: Place,
  power: Power,
): PlacedActor {
  const { actingFor } = power;
  const who = {
    kind: "staff" as const,
    key: account.id,
    name: actingFor ? actingName(account.fullName, actingFor.name) : account.fullName,
    ...(actingFor && { actingFor: { key: actingFor.key, name: actingFor.name } }),
    accountId: account.id,
    appointmentId: power.appointmentId,
    postId: power.postId,
    role: power.role,
    place,
  };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/** The actor of a worker's job in one place. Refuses with `missing` when there is no such place. */
export async function systemActor(divisionId: number): Promise<PlacedActor> {
  const place = await within(doorActor, (db) => findPlace(db, divisionId), { readOnly: true });
  if (!place) throw new Refusal("missing", "refusal.missing");
  const who = { kind: "system" as const, key: "system", name: SYSTEM_NAME, place };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/** The officer of one office, by his personal link. */
export function officeActor(link: { id: string; name: string }, office: NonNullable<Actor["office"]>): Actor {
  const who = { kind: "office" as const, key: link.id, name: link.name, office };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/** An officer who signed in: he acts for one office, and reads what it owes and nothing else of its place. */
export type OfficerActor = Actor & { office: NonNullable<Actor["office"]>; accountId: string };

/** The officer of one office by an appointment of his account. Timelines name his post, his office and him. */
export function officerActor(
  account: { id: string },
  { divisionId, officeId, appointmentId, titleFa, holderName }: OfficePower,
  officeFa = "",
): OfficerActor {
  const who = {
    kind: "office" as const,
    key: account.id,
    name: officerName(titleFa, officeFa, holderName),
    accountId: account.id,
    appointmentId,
    office: { divisionId, officeId, ancestors: scopeOf(divisionId).ancestors },
  };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/** The office of a power as its officer sees it; null once the office is closed, whatever his order says. */
async function standingAt(account: SignedIn, power: OfficePower): Promise<OfficeStanding | null> {
  const { divisionId, officeId } = power;
  const unnamed = officerActor(account, power);
  const [office, unread] = await within(
    unnamed,
    (db) =>
      Promise.all([findOffice(db, divisionId, officeId), countUnread(db, divisionId, account.id, officeId)]),
    { readOnly: true },
  );
  return office ? { power, office, unread, actor: officerActor(account, power, office.nameFa) } : null;
}

/**
 * The officer of the office that a personal link opens, with the office as he sees it; null when there is no such link,
 * it is over or taken back, or the office is closed.
 */
export async function officeByToken(token: string, at = now()) {
  const tokenHash = await sha256Hex(token.slice(0, 200));
  const link = await within(doorActor, (db) => findOfficeOfLink(db, tokenHash, at), { readOnly: true });
  if (!link) return null;
  const { divisionId, officeId, linkId } = link;
  const scope = { divisionId, officeId, ancestors: scopeOf(divisionId).ancestors };
  const unnamed = officeActor({ id: linkId, name: "" }, scope);
  const office = await within(unnamed, (db) => findOffice(db, divisionId, officeId), { readOnly: true });
  return office ? { office, actor: officeActor({ id: linkId, name: office.nameFa }, scope) } : null;
}

/** The holder of a demand's tracking code: a citizen without a name, whom the words of a line speak of. */
export function citizen(trackingCode: string): Actor {
  const who = { kind: "public" as const, key: `tracking:${trackingCode}`, name: "", trackingCode };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

/**
 * Whether the browser carries a session of staff who could verify or close what an office or a citizen of the place says:
 * of the place itself or a level above it. At the door of an office and of a citizen they read and do not speak: nobody
 * verifies his own, and whoever makes a link or hands out a code could else use it himself.
 */
export function isStaffOver(
  { powers }: { powers: readonly { divisionId: number }[] },
  divisionId: number,
): boolean {
  return powers.some((power) => {
    const { lo, hi } = scopeOf(power.divisionId);
    return divisionId >= lo && divisionId <= hi;
  });
}

/** The platform's administrator: places, posts, accounts; no domain data. */
export function administratorActor(account: { id: string; fullName: string }): Actor {
  const who = {
    kind: "administrator" as const,
    key: account.id,
    name: account.fullName,
    accountId: account.id,
  };
  return { ...who, ability: abilityFrom(who, areaRules) };
}

const PLACE_IN_PATH = /^\/(\d{1,5})(?:\/|\.data$|$)/;
/** Pages of the officer of an office: `/28005/office/<office>/…`. */
const OFFICE_IN_PATH = /^\/\d{1,5}\/office\/([0-9a-f-]{36})(?:\/|\.data$|$)/i;

function cookie(header: string | null, name: string): string | undefined {
  return header
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** The cookie that keeps in which of his posts of a place somebody works. */
export const standingCookie = (divisionId: number) => `post-${divisionId}`;

/**
 * The power in which the account works in a place: of the post chosen there, else where it acts for another, else its own.
 * The choice is among what it has today: a post that is over is chosen no more.
 */
function powerIn(powers: readonly Power[], divisionId: number, cookies: string | null): Power | undefined {
  const here = powers.filter((power) => power.divisionId === divisionId);
  const chosen = here.length > 1 ? cookie(cookies, standingCookie(divisionId)) : undefined;
  return here.find((power) => power.postId === chosen) ?? here[0];
}

/** Resolves session, account, place and actor of a request: once. */
export async function requestScope(
  path: string,
  cookies: string | null,
  reference: string,
  address = "unknown",
): Promise<RequestScope> {
  const theme = cookie(cookies, "theme");
  const chosen = cookie(cookies, "locale");
  const scope: RequestScope = {
    locale: chosen === "en" ? "en" : "fa",
    theme: theme === "dark" || theme === "light" ? theme : "system",
    today: todayIn(now()),
    signedIn: null,
    powers: [],
    actor: null,
    power: null,
    offices: [],
    unread: 0,
    ownWords: {},
    setCookies: [],
    reference,
    address,
  };
  if (!showsSession(cookies)) return scope;
  const appointed = await within(doorActor, async (db) => {
    const session = await findSignedIn(cookies, db);
    if (!session) return [];
    const { account, setCookie } = session;
    scope.signedIn = account;
    if (setCookie) scope.setCookies.push(setCookie);
    if (chosen === undefined && account.locale === "en") scope.locale = "en";
    return knownAtDoor(db, account.id, () => readPowers(db, scope, account, path, cookies));
  });
  for (const power of appointed) {
    const standing = scope.signedIn && (await standingAt(scope.signedIn, power));
    if (standing) scope.offices.push(standing);
  }
  return scope;
}

/**
 * Fills in what the account may do today and where the address leads, asked for in one go and forgotten where there is no
 * power; answers the offices whose pages the address may ask for.
 */
async function readPowers(
  db: Db,
  scope: RequestScope,
  account: SignedIn,
  path: string,
  cookies: string | null,
): Promise<OfficePower[]> {
  const powers = listPowers(db, account.id, scope.today);
  const wanted = PLACE_IN_PATH.exec(path)?.[1];
  const officeWanted = OFFICE_IN_PATH.exec(path)?.[1]?.toLowerCase();
  // Nobody's page under a place asks for an office but those of its officers.
  if (wanted === undefined || officeWanted !== undefined) {
    const [all, offices] = await Promise.all([powers, listOfficePowers(db, account.id, scope.today)]);
    scope.powers = all;
    return offices.filter(
      ({ officeId, divisionId }) =>
        officeWanted === undefined || (officeId === officeWanted && divisionId === Number(wanted)),
    );
  }
  const id = Number(wanted);
  const [all, place, unread, words] = await Promise.all([
    powers,
    findPlace(db, id),
    countUnread(db, id, account.id),
    ownWords(db, scopeOf(id), scope.locale),
  ]);
  scope.powers = all;
  const power = powerIn(all, id, cookies);
  if (!power || !place) return [];
  scope.actor = staffActor(account, place, power);
  scope.power = power;
  scope.unread = unread;
  scope.ownWords = words;
  return [];
}

type Door = { context: AppLoadContext; request: Request };

/** The signed-in account, or a redirect to sign in that comes back here. */
export function requireAccount({ context, request }: Door): SignedIn {
  if (context.scope.signedIn) return context.scope.signedIn;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?to=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`);
}

/** The platform's administrator; anybody else gets 404, as for a page that does not exist. */
export function requireAdministrator(door: Door): Actor {
  const account = requireAccount(door);
  if (!account.isAdministrator) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return administratorActor(account);
}

/**
 * The actor of the place in the address. Nobody signed in: redirect to sign in. No appointment in force there: 404, as
 * for a place that does not exist.
 */
export function requireActor(door: Door): PlacedActor {
  requireAccount(door);
  if (!door.context.scope.actor) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return door.context.scope.actor;
}

/** The officer of the office in the address; 404 for whoever holds no post of it today. */
export function requireOfficer(door: Door): OfficeStanding {
  requireAccount(door);
  const [standing] = door.context.scope.offices;
  if (!standing) throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return standing;
}

/**
 * As `requireOfficer`, for a form: refuses `forbidden` to an account that is staff over the office's place as well, which
 * reads here and does not speak for the office.
 */
export function requireOfficerToAct(door: Door): OfficeStanding {
  const standing = requireOfficer(door);
  if (isStaffOver(door.context.scope, standing.office.divisionId))
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  return standing;
}

/** As `requireActor`, for pages of certain roles: others get 403. */
export function requireRole(door: Door, ...roles: Role[]): PlacedActor {
  const actor = requireActor(door);
  if (!actor.role || !roles.includes(actor.role))
    throw refusalResponse(new Refusal("forbidden", "refusal.forbidden"));
  return actor;
}
