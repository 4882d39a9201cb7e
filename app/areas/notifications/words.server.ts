import { env } from "~/kernel/env.server";
import type { Locale } from "~/lib/jalali";
import { translate } from "~/ui/translate";
import { TOPICS, topicOf, type Channel, type Vars } from "./choices";
import { en, fa, type NotificationKey } from "./messages";
import { sentenceOf } from "./sentence";
import { smsText } from "./sms-text";

const say =
  (locale: Locale) =>
  (key: NotificationKey, vars: Vars = {}) =>
    translate(locale === "fa" ? fa : en, locale, key, vars);

/** An address as people reach it from outside. */
export function outsideUrl(path: string): string {
  const { PUBLIC_URL, PORT } = env();
  return new URL(path, PUBLIC_URL ?? `http://127.0.0.1:${PORT}`).href;
}

/** News as it was gathered for somebody: kept with the message, so that it says the same however often it is sent. */
export type Gathered = { key: string; params: Vars; href: string };

export type Wording = {
  channel: Channel;
  kind: string;
  receiver: "account" | "person" | "office" | "guest";
  params: Vars;
  gathered?: readonly Gathered[];
  ownText: string | null;
  locale: Locale;
  link: string | null;
};

/** What a message says: a subject that names nobody, and the words with the link. */
export function wordsOf(message: Wording): { subject: string; body: string } {
  const { channel, kind, ownText, locale, link } = message;
  const t = say(locale);
  if (kind === "digest") return digestWords(message);
  const text = ownText ?? sentenceOf(t, locale, { key: kind, params: message.params });
  const subject = t(`notifications.subject.${topicOf(kind)}`);
  if (channel === "sms") return { subject, body: smsText(text, link) };
  const foot = t(
    message.receiver === "account" ? "notifications.mail.foot" : "notifications.mail.foot.other",
  );
  return { subject, body: [text, link, foot].filter(Boolean).join("\n\n") };
}

function digestWords({ channel, gathered = [], locale, link }: Wording): { subject: string; body: string } {
  const t = say(locale);
  const groups = TOPICS.flatMap((topic) => {
    const news = gathered.filter(({ key }) => topicOf(key) === topic);
    return news.length > 0 ? [{ title: t(`notifications.topic.${topic}`), news }] : [];
  });
  const subject = t("notifications.subject.digest", { count: gathered.length });
  if (channel === "sms") {
    const counts = groups.map(({ title, news }) =>
      t("notifications.digest.group", { title, count: news.length }),
    );
    const text = `${subject} ${counts.join(t("notifications.digest.and"))}`;
    return { subject, body: smsText(text, link) };
  }
  const parts = groups.map(({ title, news }) =>
    [title, ...news.map((one) => `• ${sentenceOf(t, locale, one)}\n  ${outsideUrl(one.href)}`)].join("\n"),
  );
  return {
    subject,
    body: [subject, ...parts, link, t("notifications.mail.foot")].filter(Boolean).join("\n\n"),
  };
}
