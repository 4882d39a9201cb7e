import { isIsoDate, type IsoDate } from "~/lib/jalali";
import type { OfficeFacts } from "./directory.server";

/** The English name as it was written: none where the Persian one stands for it. */
export const writtenEn = ({ nameFa, nameEn }: { nameFa: string; nameEn: string }): string =>
  nameEn === nameFa ? "" : nameEn;

/** What an office says of itself, field by field, as its form has it; days as `writeDay` writes them. */
export function officeWords(office: OfficeFacts, writeDay: (day: IsoDate) => string): Record<string, string> {
  const { nameFa, headName, headSince, prName, prOrderNumber, prOrderedOn, prUntil } = office;
  const { adviserOrderNumber, adviserOrderedOn, phone, address, counterHours } = office;
  const { website, email, messenger, pageText } = office;
  const words = {
    nameFa,
    nameEn: writtenEn(office),
    headName,
    headSince,
    prName,
    prOrderNumber,
    prOrderedOn,
    prUntil,
    adviserOrderNumber,
    adviserOrderedOn,
    phone,
    address,
    counterHours,
    website,
    email,
    messenger,
    pageText,
  };
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => {
      const isDay = DAYS.has(name) && value !== null && isIsoDate(value);
      return [name, isDay ? writeDay(value) : (value ?? "")];
    }),
  );
}

const DAYS = new Set(["headSince", "prOrderedOn", "prUntil", "adviserOrderedOn"]);
