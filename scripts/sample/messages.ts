import type { News } from "~/areas/notifications/choices";
import { wordsOf } from "~/areas/notifications/words.server";
import { addressHash } from "~/areas/notifications/receiver.server";
import type { Country } from "./country";
import type { Office } from "./offices";
import type { Plan } from "./plan";
import type { Chance } from "./random";

type Clerk = { key: string; name: string };
type Step = readonly [state: string, why: string | null, minutes: number];

const HERE = { nameFa: "گرگان", nameEn: "Gorgan" };
const PROVINCE = { nameFa: "گلستان", nameEn: "Golestan" };

/** What the assistant was told on her pages, hours before now; the older ones are read. */
const TOLD: readonly { news: News; params: Record<string, string | number>; href: string; hours: number }[] =
  [
    { news: "obligation-re-dated", params: { title: "جلسه روشنایی معابر" }, href: "/obligations", hours: 2 },
    {
      news: "obstacle-answered",
      params: { title: "صدور مجوز آب شرب روستایی" },
      href: "/obstacles",
      hours: 5,
    },
    {
      news: "offices-reminded",
      params: { count: 4, dueSoon: 3, overdue: 2, silent: 2 },
      href: "/obligations?end=owed&filter=overdue",
      hours: 22,
    },
    { news: "report-commented", params: { period: "1405-Q2", ...HERE }, href: "/report", hours: 30 },
    {
      news: "minutes-issued",
      params: { ...PROVINCE, title: "شورای هماهنگی مردمی‌سازی", count: 6 },
      href: "/obligations?end=owed",
      hours: 52,
    },
    { news: "calls-assigned", params: { count: 5 }, href: "/network/calls", hours: 75 },
    { news: "demand-judged-partly", params: { office: "اداره راه" }, href: "/demands", hours: 99 },
  ];

const MEETING = { ...HERE, title: "آب روستاهای بخش بهاران", time: "10:00", venue: "سالن فرمانداری" };

type Said = {
  channel: "email" | "sms";
  kind: News | "digest";
  to: "member" | "office" | "assistant" | "guest";
  /** `own`: the member's own number, as it stands in his file. */
  address: string;
  steps: readonly Step[];
};

const RECEIVER = { member: "person", office: "office", assistant: "account", guest: "guest" } as const;

const ARRIVED: readonly Step[] = [
  ["queued", null, 0],
  ["sending", null, 1],
  ["accepted", null, 1],
  ["delivered", null, 3],
];

/** One message of each way that a life may go. */
const SAID: readonly Said[] = [
  { channel: "sms", kind: "meeting-invited", to: "member", address: "+989110004411", steps: ARRIVED },
  {
    channel: "sms",
    kind: "meeting-invited",
    to: "member",
    address: "+989110004412",
    steps: [
      ["queued", null, 0],
      ["sending", null, 1],
      ["unsure", "no-answer", 2],
      ["accepted", null, 4],
      ["delivered", null, 9],
    ],
  },
  {
    channel: "sms",
    kind: "meeting-invited",
    to: "guest",
    address: "+989110004413",
    steps: [
      ["queued", null, 0],
      ["sending", null, 1],
      ["undeliverable", "bad-address", 1],
    ],
  },
  { channel: "sms", kind: "meeting-invited", to: "member", address: "", steps: [["withheld", "barred", 1]] },
  {
    channel: "sms",
    kind: "meeting-reminder",
    to: "member",
    address: "own",
    steps: [
      ["queued", null, 0],
      ["sending", null, 1],
      ["undeliverable", "bad-address", 1],
    ],
  },
  {
    channel: "sms",
    kind: "meeting-reminder",
    to: "member",
    address: "",
    steps: [
      ["queued", null, 0],
      ["withheld", "too-late", 700],
    ],
  },
  {
    channel: "email",
    kind: "office-reminded",
    to: "office",
    address: "ravabet@example.ir",
    steps: [
      ["queued", null, 0],
      ["sending", null, 2],
      ["dead", "may-have-arrived", 3],
    ],
  },
  {
    channel: "email",
    kind: "office-owes",
    to: "office",
    address: "ravabet@example.ir",
    steps: ARRIVED.slice(0, 3),
  },
  {
    channel: "sms",
    kind: "meeting-reminder",
    to: "member",
    address: "+989110004414",
    steps: [
      ["queued", null, 0],
      ["queued", "quiet", 1],
    ],
  },
  {
    channel: "sms",
    kind: "meeting-moved",
    to: "member",
    address: "+989110004415",
    steps: [
      ["queued", null, 0],
      ["sending", null, 1],
      ["accepted", null, 1],
      ["failed", "operator", 40],
    ],
  },
  {
    channel: "sms",
    kind: "meeting-moved",
    to: "guest",
    address: "+989110004416",
    steps: [
      ["queued", null, 0],
      ["sending", null, 1],
      ["unsure", "no-answer", 2],
    ],
  },
  {
    channel: "sms",
    kind: "meeting-moved",
    to: "guest",
    address: "+989110004417",
    steps: [
      ["queued", null, 0],
      ["sending", null, 1],
    ],
  },
  {
    channel: "email",
    kind: "digest",
    to: "assistant",
    address: "assistant@example.ir",
    steps: [["queued", null, 0]],
  },
];

/**
 * What a county's assistant was told, and messages of each state with what became of them; those that went out stand in
 * the outbox of the sample as well.
 */
export function makeMessages(
  country: Country,
  chance: Chance,
  placeId: number,
  office: Office,
  plan: Plan,
  by: Clerk,
): void {
  const hoursAgo = (hours: number) => new Date(plan.now.getTime() - hours * 3_600_000);
  for (const { news, params, href, hours } of TOLD) {
    country.add("notification", {
      division_id: placeId,
      id: chance.id(hoursAgo(hours)),
      account_id: by.key,
      key: news,
      params: JSON.stringify(params),
      href: `/${placeId}${href}`,
      created_at: hoursAgo(hours),
      read_at: hours > 50 ? hoursAgo(hours - 3) : null,
    });
  }
  const members = (country.rows.get("person") ?? [])
    .filter((row) => row.division_id === placeId && row.state === "active")
    .slice(0, 8);
  let nextMember = 0;
  for (const [index, said] of SAID.entries()) {
    // In the hours of offices, four a day.
    const at = hoursAgo(46 - (index % 4) * 1.5 + 24 * Math.floor(index / 4));
    const last = said.steps.at(-1);
    if (!last) continue;
    const [state, why, settled] = last;
    const id = chance.id(at);
    const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
    // Whatever is on its way is asked about later than the sample is looked at.
    const isOpen = state === "queued" || state === "sending" || state === "unsure";
    const hasGone = said.steps.some(([step]) => step === "accepted" || step === "unsure");
    const isMeeting = said.kind.startsWith("meeting-");
    const params =
      said.kind === "digest"
        ? {}
        : isMeeting
          ? { ...MEETING, day: plan.today }
          : { ...PROVINCE, title: "شورای هماهنگی مردمی‌سازی", count: 2, dueSoon: 1, overdue: 1, silent: 0 };
    const member = said.to === "member" ? members[nextMember++] : undefined;
    const address = said.address === "own" ? String(member?.mobile) : said.address;
    country.add("message", {
      division_id: placeId,
      id,
      channel: said.channel,
      kind: said.kind,
      urgency: said.kind === "meeting-moved" ? "urgent" : "ordinary",
      params: JSON.stringify(params),
      href: isMeeting ? `/${placeId}/meetings` : null,
      receiver: RECEIVER[said.to],
      account_id: said.to === "assistant" ? by.key : null,
      person_id: member?.id ?? null,
      office_id: said.to === "office" ? office.id : null,
      guest_name: said.to === "guest" ? "نماینده شورای روستا" : null,
      typed_address: said.to === "guest" ? said.address : null,
      state,
      why,
      due_at: isOpen ? new Date(plan.now.getTime() + 20 * 3_600_000) : at,
      until: new Date(at.getTime() + 7 * 86_400_000),
      attempts: said.steps.filter(([step]) => step === "sending").length,
      may_have_gone: hasGone || why === "may-have-arrived",
      sent_to: state === "queued" || state === "withheld" ? null : address,
      remote_id: hasGone && said.channel === "sms" ? `sample-${index}` : null,
      created_at: at,
      created_by_key: by.key,
      created_by_name: by.name,
      accepted_at: hasGone ? after(1) : null,
      settled_at: isOpen || state === "accepted" ? null : after(settled),
    });
    for (const [step, reason, minutes] of said.steps)
      country.add("message_event", {
        division_id: placeId,
        id: chance.id(after(minutes)),
        message_id: id,
        state: step,
        why: reason,
        at: after(minutes),
        by_key: by.key,
        by_name: by.name,
      });
    if (state === "undeliverable") {
      country.add("bad_address", {
        division_id: placeId,
        channel: said.channel,
        address_hash: addressHash(said.channel, address),
        why: "bad-address",
        at: after(settled),
        message_id: id,
      });
    }
    if (!hasGone && why !== "may-have-arrived") continue;
    const { subject, body } = wordsOf({
      channel: said.channel,
      kind: said.kind,
      receiver: RECEIVER[said.to],
      params,
      ownText: null,
      locale: "fa",
      link: isMeeting ? `https://peyvand.example/${placeId}/meetings` : null,
    });
    country.add("sample_outbox", {
      division_id: placeId,
      id: chance.id(after(1)),
      message_id: id,
      channel: said.channel,
      address: said.address,
      subject: said.channel === "email" ? subject : null,
      body,
      at: after(1),
    });
  }
}
