import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { contestObstacle } from "~/areas/obstacles/commands/contest-obstacle.server";
import { verifyObstacle } from "~/areas/obstacles/commands/verify-obstacle.server";
import { Journey } from "~/areas/obstacles/components/journey";
import { JudgeForms } from "~/areas/obstacles/components/judge-forms";
import { ObstacleWords } from "~/areas/obstacles/components/obstacle-words";
import { AnswerChip, ProgressChip } from "~/areas/obstacles/components/progress-chip";
import { awaitsJudgement, progressOf } from "~/areas/obstacles/lifecycle";
import type { ObstaclesKey } from "~/areas/obstacles/messages";
import { getObstacle } from "~/areas/obstacles/queries.server";
import { ContestAnswer, JudgeAnswer } from "~/areas/obstacles/schema";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { RefusedPress } from "~/ui/form/kept-words";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

const DONE = ["sent", "verified.done", "contested.done"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const obstacleId = idIn(args.params, "obstacleId");
  const { createdByKey: _key, ...obstacle } = await reading(actor, (db) =>
    getObstacle(db, actor.place, obstacleId),
  );
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    obstacle,
    base: `/${actor.place.id}/obstacles`,
    requestId: uuidv7(),
    done: DONE.find((one) => one === done),
    mayDecide: may(actor, "issue", "Issuance") && obstacle.divisionId === actor.place.id,
    place: actor.place.id,
    mayJudge: may(actor, "judge", "Obstacle") && awaitsJudgement(obstacle.state, obstacle.legs[0]?.state),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const obstacleId = idIn(args.params, "obstacleId");
  const form = await formOf(args.request);
  const here = `/${actor.place.id}/obstacles/${obstacleId}`;
  if (form.get("intent") === "contest") {
    return submit(
      args.request,
      ContestAnswer,
      async (input) => {
        await contestObstacle(actor, obstacleId, input);
        return redirect(`${here}?done=contested.done`);
      },
      form,
    );
  }
  return submit(
    args.request,
    JudgeAnswer,
    async (input) => {
      await verifyObstacle(actor, obstacleId, input);
      return redirect(`${here}?done=verified.done`);
    },
    form,
  );
}

export default function ObstaclePage() {
  const { obstacle, base, requestId, done, mayJudge, mayDecide, place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<ObstaclesKey | ObligationsKey>();
  const [leg] = obstacle.legs;
  const intent = answer?.result.initialValue?.intent === "contest" ? "contest" : "verify";
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("obstacles.title") }}
        title={obstacle.title}
        actions={
          mayDecide && (
            <LinkButton to={`/${place}/obligations/new?from=obstacle:${obstacle.id}`} icon="list-checks">
              {t("obligations.decision.new")}
            </LinkButton>
          )
        }
        state={<ProgressChip progress={progressOf(obstacle.state, leg?.state)} />}
        meta={
          <>
            <span>{t(`obstacles.kind.${obstacle.kind}`)}</span>
            <DateText iso={obstacle.raisedOn} />
          </>
        }
      />
      {done && (
        <div className="mb-4">
          <Notice live title={t(`obstacles.${done}`)} />
        </div>
      )}
      <RefusedPress answer={mayJudge ? undefined : answer} />
      <Columns
        side={
          <Section title={t("obstacles.journey")}>
            <Journey obstacle={obstacle} />
          </Section>
        }
      >
        {leg?.answerKind && (
          <div className="mb-6">
            <Section title={t("obstacles.answer")} action={<AnswerChip answer={leg.answerKind} />}>
              <p className="text-body leading-[1.9] whitespace-pre-wrap">
                <bdi>{leg.answerText}</bdi>
              </p>
            </Section>
          </div>
        )}
        {mayJudge && (
          <div className="mb-6">
            <JudgeForms
              revision={obstacle.revision}
              requestId={requestId}
              answer={answer ? { ...answer, intent } : undefined}
            />
          </div>
        )}
        <Section title={t("obstacles.words")}>
          <ObstacleWords words={obstacle} />
        </Section>
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ObstaclesKey>(matches, "obstacles.page", undefined, data?.obstacle.title);
