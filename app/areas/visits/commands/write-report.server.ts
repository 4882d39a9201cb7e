import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { answersText } from "../form-texts";
import { getReport, questionsOf } from "../queries.server";
import type { WriteReport } from "../schema";
import { visitFor } from "../step.server";

/**
 * Saves the checklist of a visit that was made, with what is said on top of it. A question keeps the words in which it was
 * asked; one that its catalogue no longer offers keeps its answer. Whoever comes second is refused with `conflict`: the
 * answers of another are not written over unread.
 */
export async function writeReport(
  actor: PlacedActor,
  id: string,
  input: WriteReport,
  now = clock(),
): Promise<void> {
  const divisionId = actor.place.id;
  await within(actor, async (db) => {
    const visit = await visitFor(db, actor, id, "report");
    const before = await getReport(db, visit);
    if (before.revision !== input.revision)
      throw new Refusal("conflict", "refusal.changed", {
        theirs: { summary: before.summary ?? "", answers: answersText(before.answers) },
        revision: before.revision,
      });
    const head = { summary: input.summary ?? null, updatedAt: now, updatedByName: actor.name };
    await db.visitReport.upsert({
      where: { divisionId_visitId: { divisionId, visitId: id } },
      create: { divisionId, visitId: id, ...head },
      update: { ...head, revision: { increment: 1 } },
    });
    const asked = await questionsOf(db, actor.place, visit.targetKind, todayIn(now));
    const known = [...asked, ...before.answers.filter(({ code }) => !asked.some((one) => one.code === code))];
    const sent = new Map(input.answers.map((answer) => [answer.code, answer]));
    const rows = known.flatMap((question, position) => {
      const said = sent.get(question.code);
      if (!said?.answer) return [];
      return [
        {
          divisionId,
          visitId: id,
          code: question.code,
          questionFa: question.fa,
          questionEn: question.en,
          position,
          answer: said.answer,
          note: said.note ?? null,
        },
      ];
    });
    await db.visitAnswer.deleteMany({ where: { divisionId, visitId: id } });
    await db.visitAnswer.createMany({ data: rows });
    await audit(db, actor, "report", "Visit", id, ["summary", "answers"]);
  });
}
