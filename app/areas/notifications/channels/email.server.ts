import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import type { Sent } from "../lifecycle";
import type { Carrier, Outgoing } from "./channel";

const PATIENCE_MS = 20_000;
/** Longest conversation, in patiences: it ends before the message is another worker's. */
const WHOLE = 2;

type Settings = { url: string; from: string; patienceMs?: number };

/** How far a conversation came: once the first byte of the letter was asked for, only the server's answer says more. */
type Way = { begun: boolean };

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The same words for programs that show letters right to left only when they are told to. */
function htmlOf({ body, locale }: Outgoing): string {
  const lines = escaped(body)
    .split("\n")
    .map((line) => line.replace(/https?:\/\/\S+/g, (link) => `<a href="${link}">${link}</a>`));
  return `<!doctype html><html lang="${locale}" dir="${locale === "fa" ? "rtl" : "ltr"}"><body style="font-family:Vazirmatn,Tahoma,sans-serif;line-height:1.8">${lines.join("<br>")}</body></html>`;
}

/** Its id is the message's own: a copy that came a second way is known for one. */
export const letterId = ({ messageId, localId }: Outgoing, domain: string) =>
  `<${messageId}.${localId}@${domain}>`;

function optionsOf(url: URL, patienceMs: number): SMTPConnectionOptions {
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password goes over no open line.
    requireTLS: !secure && url.username !== "" && !["localhost", "127.0.0.1"].includes(url.hostname),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  };
}

/** What a refusal of the server means; null where it is no refusal. */
function refused(error: unknown): Sent | null {
  const code =
    typeof error === "object" && error !== null && "responseCode" in error ? error.responseCode : 0;
  const command = typeof error === "object" && error !== null && "command" in error ? error.command : "";
  if (typeof code !== "number" || code < 400) return null;
  if (command === "AUTH" || code === 530 || code === 535)
    return { kind: "later", why: "gateway-refuses", afterMs: 10 * 60_000 };
  if (code < 500) return { kind: "later", why: "gateway-busy" };
  return { kind: "refused", why: command === "RCPT TO" ? "bad-address" : "refused" };
}

/**
 * E-mail over SMTP. SMTP cannot be asked whether it has a message: an answer that was lost behind the last byte leaves it
 * open, and what may have gone is not sent a second time by itself.
 */
export function emailCarrier({ url, from, patienceMs = PATIENCE_MS }: Settings): Carrier {
  const server = new URL(url);
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  const domain = address.split("@")[1] ?? "localhost";
  return {
    async send(message): Promise<Sent> {
      const letter = await new MailComposer({
        from,
        to: message.to,
        subject: message.subject,
        text: message.body,
        html: htmlOf(message),
        messageId: letterId(message, domain),
        headers: { "Auto-Submitted": "auto-generated" },
      })
        .compile()
        .build();
      const way: Way = { begun: false };
      try {
        await converse(optionsOf(server, patienceMs), server, way, { from: address, to: message.to }, letter);
        return { kind: "accepted", remoteId: null };
      } catch (error) {
        return refused(error) ?? (way.begun ? { kind: "unsure" } : { kind: "later", why: "gateway-away" });
      }
    },
  };
}

async function converse(
  options: SMTPConnectionOptions,
  server: URL,
  way: Way,
  envelope: { from: string; to: string },
  letter: Buffer,
): Promise<void> {
  const connection = new SMTPConnection(options);
  const isOver = setTimeout(() => connection.close(), WHOLE * (options.socketTimeout ?? PATIENCE_MS));
  // The server reads a stream once it has agreed to take the letter.
  const asked = new Readable({
    read() {
      way.begun = true;
      this.push(letter);
      this.push(null);
    },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once("error", reject);
      connection.once("end", () => reject(new Error("the server hung up")));
      connection.connect(() => {
        const send = () => connection.send(envelope, asked, (error) => (error ? reject(error) : resolve()));
        if (!server.username) return send();
        connection.login(
          { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
          (error) => (error ? reject(error) : send()),
        );
      });
    });
  } finally {
    clearTimeout(isOver);
    connection.on("error", () => {});
    connection.quit();
  }
}
