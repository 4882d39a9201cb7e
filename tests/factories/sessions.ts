import { createHash } from "node:crypto";
import type { Role } from "~/kernel/actor";
import { uuidv7 } from "~/lib/identifiers";
import { ownerRows } from "../setup/owner";

/** Somebody who holds a post of this role in the place, signed in: the cookie of his session. */
export async function signedIn(divisionId: number, role: Role): Promise<string> {
  const [account, post, token] = [uuidv7(), uuidv7(), uuidv7()];
  await ownerRows("insert into account (id, full_name) values ($1, 'نرگس شکیبا')", [account]);
  await ownerRows(
    `insert into post (division_id, id, role, title_fa, title_en, opened_on) values ($1, $2, $3, $3, $3, '2022-09-11')`,
    [divisionId, post, role],
  );
  await ownerRows(
    `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, created_by_key)
     values ($1, $2, $3, $4, 'نرگس شکیبا', '1', '2023-01-01', 'test')`,
    [divisionId, uuidv7(), post, account],
  );
  return openedSession(account, token);
}

/** The platform's administrator, signed in. */
export async function signedInAdministrator(): Promise<string> {
  const account = uuidv7();
  await ownerRows("insert into account (id, full_name, is_administrator) values ($1, 'راهبر', true)", [
    account,
  ]);
  return openedSession(account, uuidv7());
}

/** The officer of an office by an appointment of his account, signed in. */
export async function signedInOfficer(divisionId: number, officeId: string): Promise<string> {
  const account = uuidv7();
  await ownerRows("insert into account (id, full_name) values ($1, 'رضا کریمی')", [account]);
  await ownerRows(
    `insert into office_appointment (division_id, id, office_id, kind, title_fa, title_en, account_id, holder_name,
       order_number, starts_on, created_by_key)
     values ($1, $2, $3, 'officer', 'رابط', 'Officer', $4, 'رضا کریمی', '1', '2023-01-01', 'test')`,
    [divisionId, uuidv7(), officeId, account],
  );
  return sessionOf(account);
}

/** A session of an account: its cookie. */
export const sessionOf = (account: string): Promise<string> => openedSession(account, uuidv7());

/** Lasts longer than the distance to any day that a test sets the clock to. */
async function openedSession(account: string, token: string): Promise<string> {
  await ownerRows(
    `insert into session (id, public_id, account_id, expires_at, absolute_expires_at)
     values ($1, $2, $3, now() + interval '5 years', now() + interval '5 years')`,
    [createHash("sha256").update(token).digest("hex"), uuidv7(), account],
  );
  return `peyvand_session=${token}`;
}

/** The token of a one-time link by which a new account sets its password. */
export async function aPasswordLink(): Promise<string> {
  const [account, token] = [uuidv7(), uuidv7()];
  await ownerRows("insert into account (id, full_name) values ($1, 'نرگس شکیبا')", [account]);
  await ownerRows(
    `insert into personal_link (id, token_hash, kind, account_id, expires_at)
     values ($1, $2, 'set-password', $3, now() + interval '1 day')`,
    [uuidv7(), createHash("sha256").update(token).digest("hex"), account],
  );
  return token;
}

/** The token of the personal link of an office's officer. */
export async function anOfficeLink(divisionId: number, officeId: string): Promise<string> {
  const token = uuidv7();
  await ownerRows(
    `insert into personal_link (id, token_hash, kind, division_id, office_id, expires_at)
     values ($1, $2, 'office', $3, $4, now() + interval '5 years')`,
    [uuidv7(), createHash("sha256").update(token).digest("hex"), divisionId, officeId],
  );
  return token;
}

/** A person's own page, opened by a link that is used up: the cookie of its session. */
export async function anOwnPage(divisionId: number, personId: string): Promise<string> {
  const token = uuidv7();
  await ownerRows(
    `insert into member_link (division_id, id, person_id, token_hash, created_by_key, created_by_name, expires_at, opened_at,
       session_hash, session_until)
     values ($1, $2, $3, $4, 'test', 'نرگس شکیبا', now(), now(), $5, now() + interval '1 hour')`,
    [divisionId, uuidv7(), personId, uuidv7(), createHash("sha256").update(token).digest("hex")],
  );
  return `peyvand_member=${token}`;
}
