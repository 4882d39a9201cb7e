import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/**
 * How the server takes the next letter.
 * - well: keeps it and says so
 * - lost: keeps it, and the line breaks before it says so
 * - held: keeps it and says nothing
 * - deaf: the line breaks at the greeting
 * - busy: 451 to the receiver
 * - wrong-address: 550 to the receiver
 * - refused: 554 to the letter
 */
export type MailMood = "well" | "lost" | "held" | "deaf" | "busy" | "wrong-address" | "refused";

export type Letter = { to: string[]; source: string };

const fault = (code: number) => Object.assign(new Error("as the test says"), { responseCode: code });

/** A mail server that speaks SMTP and misbehaves as the test says. */
export async function startMailServer() {
  const letters: Letter[] = [];
  const moods: MailMood[] = [];
  const sockets = new Set<Socket>();
  let mood: MailMood = "well";
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onConnect(_session, done) {
      mood = moods.shift() ?? "well";
      if (mood !== "deaf") return done();
      for (const socket of sockets) socket.destroy();
    },
    onRcptTo(_address, _session, done) {
      if (mood === "busy") return done(fault(451));
      if (mood === "wrong-address") return done(fault(550));
      done();
    },
    onData(stream, session, done) {
      let source = "";
      stream.on("data", (chunk: Buffer) => (source += chunk.toString("utf8")));
      stream.on("end", () => {
        if (mood === "refused") return done(fault(554));
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
        if (mood === "held") return;
        if (mood !== "lost") return done();
        for (const socket of sockets) socket.destroy();
      });
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    behave: (...next: MailMood[]) => void moods.splice(0, moods.length, ...next),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
