/** How the scripts speak: few lines, and a refusal is one sentence without a stack. */

/** A fault the user can do something about; its message is the sentence to print. */
export class Fault extends Error {}

let aside = false;

/** From now on what is said goes to the error output: the other carries a result for a program. */
export const speakAside = () => {
  aside = true;
};

/** @param {string} line */
export const say = (line) => (aside ? console.error(line) : console.log(line));

/**
 * Prints why the command cannot go on and ends it. A {@link Fault} is a sentence; anything else is a bug and keeps its
 * stack.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof Fault || !(error instanceof Error) ? message : (error.stack ?? message));
  process.exit(1);
}

/** @param {number} since a value of performance.now() */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
