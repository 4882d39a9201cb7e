import { isIsoDate, typedJalali, type Locale } from "~/lib/jalali";
import type { AnsweredQuestion, Finding, VisitPage } from "./queries.server";

/** A visit's place as its form names it; a locality by its code, where its catalogue still has it. */
export function targetKey(
  visit: Pick<VisitPage, "targetKind" | "targetDivisionId" | "targetOfficeId" | "locality">,
  localities: readonly { code: string; fa: string }[],
): string {
  switch (visit.targetKind) {
    case "division":
      return `division:${visit.targetDivisionId}`;
    case "office":
      return `office:${visit.targetOfficeId}`;
    case "locality": {
      const known = localities.find(({ fa }) => fa === visit.locality);
      return known ? `locality:${known.code}` : "";
    }
  }
}

/** What the form of a visit holds of it, as filled and for whoever comes second; days as `YYYY-MM-DD`. */
export const visitTexts = (
  visit: VisitPage,
  localities: readonly { code: string; fa: string }[],
): Record<string, string> => ({
  visitor: visit.postId ? `post:${visit.postId}` : `office:${visit.officeId}`,
  target: targetKey(visit, localities),
  spot: visit.spot ?? "",
  purpose: visit.purpose,
  plannedOn: visit.plannedOn,
  startsAt: visit.startsAt ?? "",
  endsAt: visit.endsAt ?? "",
  companions: visit.companions ?? "",
});

/** What the form of a finding holds of it. */
export const findingTexts = ({ text, spot }: Finding): Record<string, string> => ({ text, spot: spot ?? "" });

/** Days among texts as the form's fields take them. */
export const typedDays = (texts: Readonly<Record<string, string>>, locale: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, isIsoDate(text) ? typedJalali(text, locale) : text]),
  );

/** The answers of a checklist in one text, for whoever comes second: `code=answer`, with its note. */
export const answersText = (answers: readonly AnsweredQuestion[]): string =>
  answers
    .flatMap(({ code, answer, note }) => (answer ? [`${code}=${answer}${note ? ` (${note})` : ""}`] : []))
    .join(" · ");
