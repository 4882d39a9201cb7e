import { alternate } from "../alternate";
import { startApplication, startServer } from "../application";
import { atOnce } from "../at-once";
import { NEW_CIRCLE } from "../pages";
import { ofCluster } from "../processor-time";
import { Visitor } from "../requests";
import type { Row } from "../row";
import { signIn } from "../sign-in";
import { uuidv7 } from "~/lib/identifiers";

const CONNECTIONS = 4;
const CREATES = 100;
const BARE_INSERTS = 300;

const form = (requestId: string) => ({
  requestId,
  name: "حلقه آب",
  topic: "آب کشاورزی",
  place: "مسجد جامع",
  formedOn: "1405/09/01",
});

export const createCommand: Row = {
  id: "create.command",
  what: "a circle formed by its form over HTTP: session, rules, idempotency, policies, audit, event and the worker's work that follows, answered by a redirect, against a bare insert of the owner over pg answered as JSON; processor time of server and PostgreSQL",
  unit: "ms",
  goal: 3,
  async measure(country) {
    const application = await startApplication(country);
    const program = ["--import", "tsx", "tests/bench/bare/insert.ts"];
    const bare = await startServer(country, program, { DATABASE_URL: country.ownerUrl });
    const visitors = [application, bare].map(({ origin }) => new Visitor(origin, CONNECTIONS));
    const [ours, theirs] = visitors as [Visitor, Visitor];
    const cookie = await signIn(country);
    const create = () => ours.expect(302, NEW_CIRCLE, { cookie, form: form(uuidv7()) });
    const insert = () => theirs.expect(201, "/", { form: form(uuidv7()) });
    const cluster = () => ofCluster(country.serverPid);
    try {
      return await alternate(
        {
          operations: CREATES,
          run: () => atOnce(CONNECTIONS, CREATES, create),
          clock: () => application.used() + cluster(),
        },
        {
          operations: BARE_INSERTS,
          run: () => application.asleep(() => atOnce(CONNECTIONS, BARE_INSERTS, insert)),
          clock: () => bare.used() + cluster(),
        },
        { unit: "creates", warmUp: 4 },
      );
    } finally {
      for (const visitor of visitors) visitor.leave();
      await application.stop();
      await bare.stop();
    }
  },
};
