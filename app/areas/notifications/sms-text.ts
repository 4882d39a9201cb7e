/**
 * The length of an SMS as operators count and charge it. A text of the basic alphabet holds 160 characters, or 153 in each
 * part of several; every other, and so every Persian one, goes as UCS-2 with 70 and 67.
 */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** These take the room of two. */
const EXTENDED = "^{}\\[~]|€";

/** Parts of one message at most. */
export const MOST_PARTS = 3;

export type SmsSize = { alphabet: "basic" | "ucs-2"; length: number; parts: number };

/** How many units a text takes, and in how many parts it goes. */
export function smsSize(text: string): SmsSize {
  const isBasic = [...text].every((letter) => BASIC.includes(letter) || EXTENDED.includes(letter));
  if (!isBasic) return sized("ucs-2", text.length, 70, 67);
  const length = [...text].reduce((sum, letter) => sum + (EXTENDED.includes(letter) ? 2 : 1), 0);
  return sized("basic", length, 160, 153);
}

const sized = (alphabet: SmsSize["alphabet"], length: number, alone: number, inParts: number): SmsSize => ({
  alphabet,
  length,
  parts: length <= alone ? 1 : Math.ceil(length / inParts),
});

const joined = (text: string, link: string | null) => (link ? `${text}\n${link}` : text);

/** Whether a text goes out whole with its link. */
export const fitsSms = (text: string, link: string | null): boolean =>
  smsSize(joined(text, link)).parts <= MOST_PARTS;

/**
 * The text with its link on a line of its own. The link stays whole; a text that would not fit is cut behind a whole word,
 * and the rest is behind the link.
 */
export function smsText(text: string, link: string | null): string {
  if (fitsSms(text, link)) return joined(text, link);
  const more = smsSize(text).alphabet === "basic" ? "..." : "…";
  const words = text.split(/(?<=\s)/u);
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fitsSms(`${words.slice(0, middle).join("").trimEnd()}${more}`, link)) low = middle;
    else high = middle - 1;
  }
  const kept = words.slice(0, low).join("").trimEnd();
  return joined(`${kept || cutInside(text, more, link)}${more}`, link);
}

/** A first word that alone is too long. */
function cutInside(text: string, more: string, link: string | null): string {
  const letters = [...text];
  while (letters.length > 0 && !fitsSms(`${letters.join("")}${more}`, link)) letters.pop();
  return letters.join("");
}
