import { alternate, type Side } from "../alternate";
import { startApplication, startServer, type Server } from "../application";
import { atOnce } from "../at-once";
import { PEOPLE } from "../pages";
import { ofCluster } from "../processor-time";
import { Visitor, type Ask } from "../requests";
import type { Row } from "../row";
import { signIn } from "../sign-in";

const CONNECTIONS = 4;
const LISTS = 100;
const BARE_LISTS = 250;
const PEOPLE_OF_A_PAGE = 50;

export const listPage: Row = {
  id: "list.page",
  what: "fifty people of a county's network, signed in, full page, against the same rows by one statement under the policies as a bare React page; both compressed; processor time of server and PostgreSQL",
  unit: "ms",
  goal: 2.2,
  async measure(country) {
    const application = await startApplication(country);
    const program = ["--import", "tsx", "tests/bench/bare/list.tsx"];
    const bare = await startServer(country, program, { DATABASE_URL: country.appUrl });
    const visitors = [application, bare].map(({ origin }) => new Visitor(origin, CONNECTIONS));
    const [ours, theirs] = visitors as [Visitor, Visitor];
    const cookie = await signIn(country);
    const side = (visitor: Visitor, operations: number, path: string, ask: Ask, server: Server): Side => ({
      operations,
      run: () => atOnce(CONNECTIONS, operations, () => visitor.expect(200, path, ask)),
      clock: () => server.used() + ofCluster(country.serverPid),
    });
    const list = side(ours, LISTS, PEOPLE, { cookie }, application);
    const bareList = side(theirs, BARE_LISTS, "/", {}, bare);
    try {
      for (const page of [await ours.expect(200, PEOPLE, { cookie }), await theirs.expect(200, "/")]) {
        const people = new Set(page.text.match(/\/network\/people\/[0-9a-f]{8}-[0-9a-f-]{27}(?=")/g)).size;
        if (people !== PEOPLE_OF_A_PAGE) throw new Error(`A page shows ${people} people, not 50.`);
      }
      return await alternate(
        list,
        { ...bareList, run: () => application.asleep(bareList.run) },
        { unit: "pages", warmUp: 4 },
      );
    } finally {
      for (const visitor of visitors) visitor.leave();
      await application.stop();
      await bare.stop();
    }
  },
};
