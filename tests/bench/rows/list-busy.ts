import { setTimeout } from "node:timers/promises";
import { uuidv7 } from "~/lib/identifiers";
import { alternate } from "../alternate";
import { startApplication, untilIdle } from "../application";
import { NEW_CIRCLE, PEOPLE } from "../pages";
import { emptyCounties, letIn, phoneBook, prepareList } from "../phone-book";
import { Visitor } from "../requests";
import type { Row } from "../row";
import { signIn } from "../sign-in";

const IN_A_LIST = 4_000;
const WRITERS = 32;
/** Each of them writes so often, in milliseconds: a clerk with a form. */
const PAUSE = 2_000;
const LISTS = 150;
const PATIENCE = 60_000;

/** What all but one in a hundred stay below. */
const p99 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? NaN;

export const listBusy: Row = {
  id: "list.busy",
  what: "p99 of the list of people over HTTP while a worker brings 4,000 people into another county and 32 people form a circle every two seconds, against p99 with nothing else going on; wall",
  unit: "ms",
  goal: 1.5,
  async measure(country) {
    const application = await startApplication(country);
    const [reader, writers] = [new Visitor(application.origin, 1), new Visitor(application.origin, WRITERS)];
    const cookie = await signIn(country);
    const people = phoneBook(IN_A_LIST);
    const next = await emptyCounties(country);
    let total = 0;

    /** Lists one after the other: so many at least, and as long as something is under way. */
    async function lists(isUnderWay: () => boolean): Promise<void> {
      const times: number[] = [];
      while (times.length < LISTS || isUnderWay()) {
        const begun = performance.now();
        await reader.expect(200, PEOPLE, { cookie });
        times.push(performance.now() - begun);
      }
      total += p99(times);
    }

    async function busy(): Promise<void> {
      const county = next();
      const id = await prepareList(county, people);
      await letIn(county, id);
      let isIn = false;
      const write = async (writer: number) => {
        await setTimeout((PAUSE * writer) / WRITERS);
        while (!isIn) {
          const form = { requestId: uuidv7(), name: "حلقه آب", topic: "آب", formedOn: "1405/09/01" };
          await writers.expect(302, NEW_CIRCLE, { cookie, form });
          await setTimeout(PAUSE);
        }
      };
      const watch = async () => {
        while (!isIn) {
          await setTimeout(100);
          isIn = await country.asOwner(
            async (owner) =>
              (await owner.query("select from person_import where id = $1 and state = 'done'", [id])).rows
                .length > 0,
          );
        }
      };
      await Promise.all([
        watch(),
        lists(() => !isIn),
        ...Array.from({ length: WRITERS }, (_, writer) => write(writer)),
      ]);
    }

    const clock = () => total;
    try {
      return await alternate(
        { operations: 1, run: busy, clock },
        {
          operations: 1,
          run: async () => {
            await untilIdle(country);
            await lists(() => false);
          },
          clock,
        },
        { unit: "slices", patience: PATIENCE, warmUp: 1 },
      );
    } finally {
      reader.leave();
      writers.leave();
      await application.stop();
    }
  },
};
