import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest by far: begun last, one of them would run on alone when all others are over. */
const LONG = [
  "tests/tenancy/bad-input.test.ts",
  "tests/tenancy/list-plans.test.ts",
  "tests/tenancy/reach.test.ts",
  "tests/tenancy/routes.test.ts",
  "tests/tenancy/evidence.test.ts",
  "tests/journeys/accessibility-persian.test.ts",
  "tests/journeys/accessibility-english.test.ts",
  "tests/journeys/main-job.test.ts",
  "tests/journeys/ledger.test.ts",
  "tests/faults/start.test.ts",
  "tests/faults/worker.test.ts",
  "app/areas/network/queries.server/pairs.test.ts",
];

/** The order of a run: the long files, then the others as vitest has them. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((file) => moduleId.endsWith(file));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
