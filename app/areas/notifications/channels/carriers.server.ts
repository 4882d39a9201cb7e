import type { PlacedActor } from "~/kernel/actor";
import { env } from "~/kernel/env.server";
import type { Channel } from "../choices";
import type { Carrier } from "./channel";
import { emailCarrier } from "./email.server";
import { sampleCarrier } from "./sample.server";
import { smsCarrier } from "./sms.server";

/** Whether this installation has the channel: without its settings messages wait, and their place is told so. */
export function isChannelOn(channel: Channel): boolean {
  const { SAMPLE, SMTP_URL, MAIL_FROM, SMS_GATEWAY_KEY } = env();
  if (SAMPLE === "1") return true;
  return channel === "email"
    ? SMTP_URL !== undefined && MAIL_FROM !== undefined
    : SMS_GATEWAY_KEY !== undefined;
}

/** Who carries a channel's messages, by the settings; null where it is off. */
export function carrierOf(actor: PlacedActor, channel: Channel): Carrier | null {
  const { SAMPLE, SMTP_URL, MAIL_FROM, SMS_GATEWAY_KEY, SMS_GATEWAY_URL, SMS_SENDER } = env();
  if (SAMPLE === "1") return sampleCarrier(actor, channel);
  if (channel === "email")
    return SMTP_URL && MAIL_FROM ? emailCarrier({ url: SMTP_URL, from: MAIL_FROM }) : null;
  return SMS_GATEWAY_KEY
    ? smsCarrier({ url: SMS_GATEWAY_URL, key: SMS_GATEWAY_KEY, sender: SMS_SENDER })
    : null;
}
