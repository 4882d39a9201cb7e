import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest by far, the longest first: begun last, one of them would run on alone when all others are over. */
const LONG = [
  "tests/tenancy/bad-input.test.ts",
  "tests/tenancy/reach.test.ts",
  "tests/tenancy/list-plans.test.ts",
  "tests/tenancy/routes.test.ts",
  "app/areas/network/queries.server/pairs.test.ts",
  "tests/tenancy/evidence.test.ts",
  "tests/journeys/main-job.test.ts",
  "tests/journeys/accessibility/others.test.ts",
  "tests/journeys/accessibility/assistant.test.ts",
  "tests/journeys/ledger.test.ts",
  "tests/faults/start.test.ts",
  "tests/faults/worker.test.ts",
];

/** The order of a run: the long files, then the others as vitest has them. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((file) => moduleId.endsWith(file));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
