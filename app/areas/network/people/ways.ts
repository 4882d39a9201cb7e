import type { Channel } from "../choices";

/** Ways to reach somebody; messengers by their names. */
export const WAYS = ["phone", "sms", "visit", "eitaa", "bale", "rubika", "soroush", "igap"] as const;
export type Way = (typeof WAYS)[number];

/** Ways on which somebody goes by a name of his own; the others go to his mobile number or his door. */
export const MESSENGERS = ["eitaa", "bale", "rubika", "soroush", "igap"] as const;
export type Messenger = (typeof MESSENGERS)[number];

/** open: nobody asked; consents: he said yes; barred: he asks not to be reached by it. */
export const WAY_STANDINGS = ["open", "consents", "barred"] as const;
export type WayStanding = (typeof WAY_STANDINGS)[number];

/** Which kind of contact goes by a way. */
const CHANNEL_OF: Readonly<Record<Way, Channel>> = {
  phone: "phone",
  visit: "in-person",
  sms: "message",
  eitaa: "message",
  bale: "message",
  rubika: "message",
  soroush: "message",
  igap: "message",
};

type Barring = { way: Way; isBarred: boolean };

/** Kinds of contact that somebody asks not to have: of messages, when every way to write to him is barred. */
export function barredChannels(ways: readonly Barring[]): Channel[] {
  const barred = new Set(ways.filter(({ isBarred }) => isBarred).map(({ way }) => way));
  return (["phone", "in-person", "message"] as const).filter((channel) =>
    WAYS.filter((way) => CHANNEL_OF[way] === channel).every((way) => barred.has(way)),
  );
}

/** The kind of contact to begin with: the preferred way, unless it is barred, else the first that is not. */
export function suggestedChannel(preferred: Way | null, ways: readonly Barring[]): Channel | undefined {
  const barred = barredChannels(ways);
  const isBarred = ways.some(({ way, isBarred }) => way === preferred && isBarred);
  const first = preferred && !isBarred ? [CHANNEL_OF[preferred]] : [];
  return [...first, "phone" as const, "message" as const, "in-person" as const].find(
    (channel) => !barred.includes(channel),
  );
}
