import { alternate, type Side } from "../alternate";
import { startApplication } from "../application";
import { atOnce } from "../at-once";
import { serveEmptyPage } from "../empty-page";
import { DESK } from "../pages";
import { ofCluster } from "../processor-time";
import { Visitor, type Ask } from "../requests";
import type { Row } from "../row";
import { signIn } from "../sign-in";

const CONNECTIONS = 4;
const DESKS = 100;
const EMPTY_PAGES = 300;

export const deskPage: Row = {
  id: "desk.page",
  what: "the desk of a county's assistant with a year of data, signed in, full page, against an empty Remix page of the same server; both compressed; processor time of application and PostgreSQL",
  unit: "ms",
  goal: 3,
  async measure(country) {
    const application = await startApplication(country);
    const empty = await serveEmptyPage(country).catch(async (error: unknown) => {
      await application.stop();
      throw error;
    });
    const visitors = [application, empty].map(({ origin }) => new Visitor(origin, CONNECTIONS));
    const [ours, theirs] = visitors as [Visitor, Visitor];
    const cookie = await signIn(country);
    const pages = (
      visitor: Visitor,
      operations: number,
      path: string,
      ask: Ask,
      clock: () => number,
    ): Side => ({
      operations,
      run: () => atOnce(CONNECTIONS, operations, () => visitor.expect(200, path, ask)),
      clock,
    });
    const desk = pages(
      ours,
      DESKS,
      DESK,
      { cookie },
      () => application.used() + ofCluster(country.serverPid),
    );
    const bare = pages(theirs, EMPTY_PAGES, "/", {}, () => empty.used());
    try {
      return await alternate(
        desk,
        { ...bare, run: () => application.asleep(bare.run) },
        { unit: "pages", warmUp: 4 },
      );
    } finally {
      for (const visitor of visitors) visitor.leave();
      await application.stop();
      await empty.stop();
    }
  },
};
