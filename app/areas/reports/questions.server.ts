import type { Db } from "~/kernel/db.server";
import { previousPeriod, type Period } from "~/lib/period";
import { aboutOf, doubtsOfDuty, doubtsOfFigures, isAnswered, type Answer, type Doubt } from "./doubts";
import type { Figure } from "./figure";
import { findIndicator } from "./indicators/list.server";

/** What is asked about a report's figures and duties, by the code of either. */
export type Questions = {
  doubts: Map<string, Doubt[]>;
  /** How many people live there; null where nobody knows, so that no figure was compared with it. */
  population: number | null;
};

type Text = { text: string; blankReason: string | null };

/** Records of the quarter that the figures of a duty counted: the most that one of them did, since several count the same. */
export function evidenceOf(duty: string, figures: ReadonlyMap<string, Figure>): number | null {
  let most: number | null = null;
  for (const [code, figure] of figures) {
    const indicator = findIndicator(code);
    if (!code.startsWith(`${duty}.`) || indicator?.reach !== "quarter" || indicator.kind === "sum") continue;
    most = Math.max(most ?? 0, figure.denominator ?? figure.numerator);
  }
  return most;
}

/** The narratives that the place sent last for the quarter before. */
async function narrativesBefore(db: Db, divisionId: number, period: Period): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ code: string; text: string }[]>`
    select n.duty_code as code, n.text from report_narrative n join (
      select id, submission from report where division_id = ${divisionId} and period = ${previousPeriod(period)}
        and submission > 0 order by version desc limit 1) r on n.report_id = r.id and n.submission = r.submission
    where n.division_id = ${divisionId} limit 200`;
  return new Map(rows.map(({ code, text }) => [code, text]));
}

/** Asks a report everything: its figures against each other, the population and their history, its duties against both. */
export async function questionsOf(
  db: Db,
  { divisionId, period }: { divisionId: number; period: Period },
  said: {
    figures: ReadonlyMap<string, Figure>;
    history: ReadonlyMap<string, readonly (Figure | null)[]>;
    narratives: ReadonlyMap<string, Text>;
  },
): Promise<Questions> {
  const place = await db.division.findUnique({ where: { id: divisionId }, select: { population: true } });
  const population = place?.population ?? null;
  const before = await narrativesBefore(db, divisionId, period);
  const doubts = doubtsOfFigures(said.figures, said.history, population);
  for (const [duty, text] of said.narratives) {
    const asked = doubtsOfDuty(text, before.get(duty) ?? "", evidenceOf(duty, said.figures));
    if (asked.length > 0) doubts.set(duty, asked);
  }
  return { doubts, population };
}

/** What is asked and has no answer. */
export function unansweredOf(
  { doubts }: Questions,
  figures: ReadonlyMap<string, Figure>,
  answers: ReadonlyMap<string, Answer>,
): string[] {
  return [...doubts]
    .filter(([code, asked]) => !isAnswered(answers.get(code), aboutOf(asked, figures.get(code))))
    .map(([code]) => code);
}
