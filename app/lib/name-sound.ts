/** Letters of one sound, as a hand confuses them. */
const SOUNDS: Readonly<Record<string, string>> = {
  ص: "س",
  ث: "س",
  ط: "ت",
  ذ: "ز",
  ض: "ز",
  ظ: "ز",
  ح: "ه",
  غ: "ق",
};
/** A word as it is heard. */
export const sound = (word: string) => word.replace(/[صثطذضظحغ]/g, (letter) => SOUNDS[letter] ?? letter);

/** Not part of a name: it stands in one record and not in the other. */
export const UNSTEADY = new Set(["سید", "سیده", "حاج", "کربلایی", "مشهدی", "دکتر", "مهندس"]);
