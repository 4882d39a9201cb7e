import { toDocument } from "~/areas/meetings/minutes/import/document";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { DICTIONARY } from "./dictionary";
import type { MinutesModel } from "./model";

/** Letters and digits alone: how a word is spaced or which machine wrote it makes no other text. */
export function bare(text: string): string {
  return text
    .replaceAll("ي", "ی")
    .replaceAll("ك", "ک")
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s\u200C]/g, "");
}

/** What a reader should make of the model. */
export function expected(model: MinutesModel) {
  return {
    header: {
      title: bare(model.title),
      date: model.date,
      start: model.start,
      end: model.end,
      place: model.place === null ? null : bare(model.place),
      invitationNumber: model.invitationNumber,
    },
    agenda: model.agenda.map(bare),
    declaredCount: model.declaredCount,
    resolutions: model.resolutions.map((resolution) => ({
      number: resolution.number,
      text: bare(resolution.text),
      parties: resolution.parties.map(({ canonical }) => bare(canonical)),
      deadline: resolution.deadline.expected && {
        ...resolution.deadline.expected,
        text: bare(resolution.deadline.written),
      },
      subItems: resolution.subItems.map(bare),
      refersTo: resolution.refersTo,
    })),
    warned: model.resolutions.flatMap(({ number, deadline }) =>
      deadline.warning ? [[deadline.warning, number]] : [],
    ),
    countDiffers: model.declaredCount !== null && model.declaredCount !== model.resolutions.length,
  };
}

/** What it made of the document. */
export function parsed(text: string) {
  const { header, agenda, declaredCount, resolutions, warnings } = toDocument(parseMinutes(text, DICTIONARY));
  return {
    header: {
      ...header,
      title: header.title && bare(header.title),
      place: header.place && bare(header.place),
    },
    agenda: agenda.map(bare),
    declaredCount,
    resolutions: resolutions.map((resolution) => ({
      ...resolution,
      text: bare(resolution.text),
      parties: resolution.parties.map(bare),
      deadline: resolution.deadline && { ...resolution.deadline, text: bare(resolution.deadline.text) },
      subItems: resolution.subItems.map(bare),
    })),
    warned: warnings
      .filter(({ code }) => code === "deadline-not-understood" || code === "deadline-no-such-day")
      .map(({ code, number }) => [code, number]),
    countDiffers: warnings.some(({ code }) => code === "count-differs"),
  };
}
