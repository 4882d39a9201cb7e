/** Whether the database gets, or has, the sample country: decided once, when the database is made, and written in it. */
import { Fault } from "./say.mjs";

/**
 * What the database says of itself (a comment on it): `loading` while the sample is being loaded, `sample` once it is
 * complete, `clean` when it was made without one, undefined when it was just made.
 * @typedef {"loading" | "sample" | "clean" | undefined} Content
 */

/**
 * @param {object} facts
 * @param {string | undefined} facts.wish the environment's SAMPLE
 * @param {boolean} facts.isEmbedded the database is the embedded one
 * @param {Content} facts.content
 * @returns {"load" | "reload" | "use" | "none"} `load` it now, `reload` it into a database made anew because loading was
 *   interrupted, `use` the one that is there, or `none`
 * @throws Fault when the wish does not fit what the database holds
 */
export function decideSample({ wish, isEmbedded, content }) {
  if (wish !== undefined && wish !== "" && wish !== "0" && wish !== "1") {
    throw new Fault(`SAMPLE is "${wish}"; it can be 1 (with the sample country) or 0 (without).`);
  }
  if (!isEmbedded) {
    if (wish === "1")
      throw new Fault(
        "The sample country is only for the embedded database: unset SAMPLE, or unset DATABASE_URL.",
      );
    return "none";
  }
  switch (content) {
    case "sample":
    case "loading":
      if (wish === "0")
        throw new Fault(
          "This data folder holds the sample country. For a clean system choose another DATA_DIR.",
        );
      return content === "sample" ? "use" : "reload";
    case "clean":
      if (wish === "1")
        throw new Fault(
          "This data folder was made without the sample country and keeps its records. For the sample choose another DATA_DIR.",
        );
      return "none";
    case undefined:
      return wish === "0" ? "none" : "load";
  }
}
