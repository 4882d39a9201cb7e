import { declaration, drawHand, header, HEADING, inHand, rowsOf } from "./document";
import type { MinutesModel } from "./model";
import type { Chance } from "./random";

const ATTENDEES = [
  "ردیف\tنام و نام خانوادگی\tسمت\tامضا",
  "1\tعلی رضایی\tفرماندار شهر\t",
  "2\tمریم احمدی\tدبیر شورا\t",
];
const FOLLOWED_UP = [
  "ردیف\tمصوبه\tاقدامات انجام شده\tدرصد پیشرفت",
  "1\tمقرر گردید راه روستا باز شود\tانجام شد و پایان یافت\t100",
  "2\tمقرر گردید مدرسه تعمیر شود\tدر دست اقدام است\t40",
];
const EARLIER = [
  "پیگیری مصوبات جلسه قبل",
  HEADING,
  "1\tمقرر گردید راه روستا باز شود\tفرمانداران استان\t1402/01/20",
];

/** The model in a document with other tables around: names, what came of earlier resolutions, signatures. */
export function writeSeveralTables(chance: Chance, model: MinutesModel): string {
  const hand = { ...drawHand(chance), tagged: false };
  const half = Math.ceil(model.resolutions.length / 2);
  const rows = (from: number, to: number) =>
    model.resolutions.slice(from, to).flatMap((resolution) => rowsOf(chance, resolution));
  const declared =
    model.declaredCount === null ? [] : [inHand(hand, declaration(chance, model.declaredCount))];
  const plain = (lines: readonly string[]) => lines.map((line) => inHand(hand, line));
  return [
    ...header(chance, model, hand),
    ...(chance.happens(0.6) ? plain(ATTENDEES) : []),
    "",
    ...(chance.happens(0.5) ? plain(chance.one([FOLLOWED_UP, EARLIER])) : []),
    "",
    inHand(hand, "مصوبات جلسه:"),
    inHand(hand, HEADING),
    ...rows(0, half),
    ...(chance.happens(0.5) ? ["", "صفحه 2", inHand(hand, HEADING)] : []),
    ...rows(half, model.resolutions.length),
    "",
    ...declared,
    ...(chance.happens(0.5) ? plain(ATTENDEES) : []),
  ].join("\n");
}
