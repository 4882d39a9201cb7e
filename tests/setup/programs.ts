import { NEEDS, findProgram, type Need } from "../../scripts/setup/needs.mjs";

/** Whether `npm test -- --without …` leaves out the tests of this program; nothing else may skip them. */
export function isLeftOut(need: Need): boolean {
  return (process.env.WITHOUT ?? "").split(",").includes(need);
}

/** Path of the Chromium (`browser`) or the Redis server (`redis`) of this machine. Throws when there is none. */
export function programFor(need: Need): string {
  const program = findProgram(need);
  if (!program)
    throw new Error(
      `${NEEDS[need].packages.at(-1)} is not installed; \`npm test\` says how, or leaves out what needs it.`,
    );
  return program;
}
