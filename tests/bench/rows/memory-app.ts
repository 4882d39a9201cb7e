import { againstLimit } from "../alternate";
import { startApplication } from "../application";
import { atOnce } from "../at-once";
import { CIRCLES, DESK, PEOPLE } from "../pages";
import { residentMegabytes } from "../processor-time";
import { Visitor } from "../requests";
import type { Row } from "../row";
import { signIn } from "../sign-in";

const CONNECTIONS = 32;
const REQUESTS = 1500;
const PATIENCE = 60_000;

export const memoryApp: Row = {
  id: "memory.app",
  what: "resident memory of the larger of the application's two processes (pages, worker) at its highest while 32 connections ask for desk, people and circles, against 250 MB",
  unit: "MB",
  goal: 1,
  async measure(country) {
    const application = await startApplication(country);
    const visitor = new Visitor(application.origin, CONNECTIONS);
    const cookie = await signIn(country);
    const pages = [DESK, PEOPLE, CIRCLES];
    let highest = 0;
    let asked = 0;
    const watch = setInterval(
      () => (highest = Math.max(highest, ...application.pids.map(residentMegabytes))),
      100,
    );
    try {
      const end = Date.now() + PATIENCE;
      await atOnce(CONNECTIONS, REQUESTS, async (index) => {
        if (Date.now() > end) return;
        await visitor.expect(200, pages[index % pages.length] ?? "", { cookie });
        asked++;
      });
      return againstLimit([highest], 250, `${asked} requests over ${CONNECTIONS} connections`);
    } finally {
      clearInterval(watch);
      visitor.leave();
      await application.stop();
    }
  },
};
