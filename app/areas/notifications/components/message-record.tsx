import type { ReactNode } from "react";
import { Facts } from "~/ui/facts";
import { Code } from "~/ui/code";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import type { MessagePage } from "../centre.server";
import { topicOf } from "../choices";
import type { NotificationKey } from "../messages";
import { sentenceOf } from "../sentence";
import { smsSize } from "../sms-text";

/** A message as it is kept, with all that became of it; `children` is what can be done with it. */
export function MessageRecord({ message, children }: { message: MessagePage; children: ReactNode }) {
  const t = useT<NotificationKey>();
  const { locale } = useLocale();
  const { kind, ownText, params } = message;
  const words = kind === "digest" ? null : (ownText ?? sentenceOf(t, locale, { key: kind, params }));
  const { length, parts } = smsSize(words ?? "");
  const size = message.channel === "sms" && words ? { length, parts } : null;
  const name = locale === "fa" ? message.nameFa : message.nameEn;
  return (
    <div className="max-w-180">
      {message.isBadAddress && (
        <div className="mb-4">
          <Notice kind="saffron" title={t("notifications.message.bad")}>
            {t("notifications.message.bad.text")}
          </Notice>
        </div>
      )}
      <p className="mb-4 whitespace-pre-line text-body wrap-anywhere">
        {words ?? t("notifications.centre.digest")}
      </p>
      <Facts
        facts={[
          {
            label: t("notifications.centre.receiver"),
            value: (
              <>
                <bdi>{name ?? t("notifications.centre.nobody")}</bdi> ·{" "}
                {t(`notifications.receiver.${message.receiver}`)}
              </>
            ),
          },
          {
            label: t("notifications.centre.topic"),
            value: kind === "digest" ? null : t(`notifications.topic.${topicOf(kind)}`),
          },
          { label: t("notifications.centre.channel"), value: t(`notifications.channel.${message.channel}`) },
          {
            label: t("notifications.centre.why"),
            value: message.why && t(`notifications.why.${message.why}`),
          },
          {
            label: t("notifications.message.address"),
            value: message.sentTo && <Code>{message.sentTo}</Code>,
          },
          {
            label: t("notifications.message.due"),
            value: <InstantText instant={message.dueAt} style="short" />,
          },
          {
            label: t("notifications.message.until"),
            value: <InstantText instant={message.until} style="short" />,
          },
          {
            label: t("notifications.message.size"),
            value: size && t("notifications.message.size.value", size),
          },
          { label: t("notifications.message.attempts"), value: <Num value={message.attempts} /> },
          {
            label: t("notifications.message.ids"),
            value: message.remoteId && (
              <>
                <Code>{message.remoteId}</Code> · <Code>{message.localId}</Code>
              </>
            ),
          },
          { label: t("notifications.message.by"), value: <bdi>{message.createdByName}</bdi> },
        ]}
      />
      {children}
      <Section title={t("notifications.message.life")}>
        <Timeline
          label={t("notifications.message.life")}
          events={message.events.map(({ id, state, why, at, byName }) => ({
            key: id,
            when: <InstantText instant={at} style="short" />,
            what: t(`notifications.state.${state}`),
            note: [why && t(`notifications.why.${why}`), byName].filter(Boolean).join(" · "),
            ...(state === "dead" ? { tone: "brick" as const } : {}),
          }))}
        />
      </Section>
    </div>
  );
}
