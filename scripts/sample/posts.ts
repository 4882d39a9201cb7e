import type { Role } from "~/kernel/actor";
import type { Chance } from "./random";
import type { Country } from "./country";
import { GIVEN_NAMES, FAMILY_NAMES } from "./words";
import { VACANT, type Plan } from "./plan";
import { addDays } from "~/lib/jalali";

type Division = { id: number; level: "nation" | "province" | "county"; nameFa: string };

const POSTS: Record<Division["level"], { role: Role; fa: string; en: string }[]> = {
  county: [
    { role: "assistant", fa: "دستیار مردمی‌سازی فرماندار", en: "Engagement assistant to the governor" },
    { role: "expert", fa: "کارشناس مردمی‌سازی", en: "Engagement expert" },
    { role: "governor", fa: "فرماندار", en: "Governor" },
  ],
  province: [
    {
      role: "representative",
      fa: "نماینده استاندار در امر مردمی‌سازی",
      en: "Representative of the governor-general",
    },
    { role: "provincial-expert", fa: "کارشناس نماینده استاندار", en: "Expert to the representative" },
  ],
  nation: [
    { role: "national-officer", fa: "دستیار مردمی‌سازی دفتر ملی", en: "National engagement officer" },
    { role: "national-expert", fa: "کارشناس دفتر ملی", en: "National expert" },
  ],
};

/** Who walks the main job, with a name of his own to sign in by. */
const WALKERS: Record<string, { username: string; fullName: string }> = {
  "28005 assistant": { username: "gorgan", fullName: "نرگس شکیبا" },
  "28005 expert": { username: "gorgan-expert", fullName: "بهروز کاظمی" },
  "28005 governor": { username: "gorgan-governor", fullName: "محمود آذرنیا" },
  "28008 assistant": { username: "aqqala", fullName: "الهام نوری" },
  "28000 representative": { username: "golestan", fullName: "لیلا مهرآور" },
  "28000 provincial-expert": { username: "golestan-expert", fullName: "حمید یزدان‌پناه" },
  "0 national-officer": { username: "nation", fullName: "سارا فرهمند" },
  "0 national-expert": { username: "nation-expert", fullName: "کاوه راد" },
};

/** `post` is title and place, as the start prints it. */
export type Walker = { username: string; accountId: string; post: string };

/** Who holds a post, by place and role. */
export type Holders = Map<string, { accountId: string; name: string; postId: string; appointmentId: string }>;

/**
 * The posts of every division; holders in the nation and in `active` divisions, except the vacant ones. Accounts are
 * the sample's: they work in no other mode. Those who walk the main job get their password later.
 */
export function makePosts(country: Country, chance: Chance, divisions: Division[], active: Set<number>) {
  const opened = new Date("2022-09-11T08:30:00Z");
  const holders: Holders = new Map();
  const walkers: Walker[] = [];
  for (const { id, level, nameFa } of divisions) {
    for (const { role, fa, en } of POSTS[level]) {
      const postId = chance.id(opened);
      country.add("post", {
        division_id: id,
        id: postId,
        role,
        title_fa: fa,
        title_en: en,
        opened_on: "2022-09-11",
        created_at: opened,
      });
      const isHeld = (level === "nation" || active.has(id)) && !(VACANT.includes(id) && role !== "governor");
      if (!isHeld) continue;
      const walker = WALKERS[`${id} ${role}`];
      const accountId = chance.id(opened);
      const fullName = walker?.fullName ?? `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`;
      country.add("account", {
        id: accountId,
        username: walker?.username ?? null,
        full_name: fullName,
        is_administrator: false,
        is_sample: true,
        locale: "fa",
        created_at: opened,
      });
      const appointmentId = chance.id(opened);
      country.add("appointment", {
        division_id: id,
        id: appointmentId,
        post_id: postId,
        account_id: accountId,
        holder_name: fullName,
        order_number: `${chance.between(100, 999)}/1402/${chance.between(1000, 9999)}`,
        starts_on: "2023-05-01",
        ends_on: null,
        ended_at: null,
        end_reason: null,
        created_by_key: "sample",
        created_at: opened,
        revision: 1,
      });
      holders.set(`${id} ${role}`, { accountId, name: fullName, postId, appointmentId });
      if (walker) walkers.push({ username: walker.username, accountId, post: `${fa}، ${nameFa}` });
    }
  }
  return { holders, walkers };
}

/** In one county the assistant is on leave these days, and a colleague from the governorate acts for him. */
export function makeDeputies(country: Country, chance: Chance, holders: Holders, plan: Plan) {
  const absent = holders.get("28007 assistant");
  if (!absent) return;
  const accountId = chance.id(plan.now);
  const fullName = "یاسمن رهنما";
  country.add("account", {
    id: accountId,
    username: null,
    full_name: fullName,
    is_administrator: false,
    is_sample: true,
    locale: "fa",
    created_at: plan.now,
  });
  country.add("deputy", {
    division_id: 28_007,
    id: chance.id(plan.now),
    post_id: absent.postId,
    appointment_id: absent.appointmentId,
    account_id: accountId,
    deputy_name: fullName,
    order_number: "318/1405/77",
    starts_on: addDays(plan.today, -3),
    ends_on: addDays(plan.today, 11),
    named_by_key: absent.accountId,
    named_by_name: absent.name,
    created_at: plan.now,
    revision: 1,
  });
}

/**
 * In one county an expert has gone and her successor has begun: the hand-over waits for the governor's word. Gorgan's expert
 * goes in eighteen days.
 */
export function makeLeavers(country: Country, chance: Chance, holders: Holders, plan: Plan) {
  const rows = country.rows.get("appointment") ?? [];
  const goes = rows.find((row) => row.id === holders.get("28005 expert")?.appointmentId);
  if (goes) goes.ends_on = addDays(plan.today, 18);
  const successor = rows.find((row) => row.id === holders.get("28006 expert")?.appointmentId);
  if (!successor) return;
  successor.starts_on = addDays(plan.today, -6);
  const gone = addDays(plan.today, -20);
  country.add("appointment", {
    ...successor,
    id: chance.id(plan.now),
    account_id: chance.id(plan.now),
    holder_name: "شیرین کمالی",
    order_number: "512/1402/3306",
    starts_on: "2023-05-01",
    ends_on: gone,
    ended_at: new Date(`${gone}T08:30:00Z`),
    end_reason: "پایان مأموریت",
  });
}
