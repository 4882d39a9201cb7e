import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { answerObstacle } from "~/areas/obstacles/commands/answer-obstacle.server";
import { takeObstacle } from "~/areas/obstacles/commands/take-obstacle.server";
import { AnswerForm } from "~/areas/obstacles/components/answer-form";
import { ObstacleWords } from "~/areas/obstacles/components/obstacle-words";
import { AnswerChip } from "~/areas/obstacles/components/progress-chip";
import { LimitText } from "~/areas/obstacles/components/received-table";
import { legAllows } from "~/areas/obstacles/lifecycle";
import type { ObstaclesKey } from "~/areas/obstacles/messages";
import { getOwnLeg } from "~/areas/obstacles/queries.server";
import { AnswerObstacle, TakeObstacle } from "~/areas/obstacles/schema";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { RefusedPress } from "~/ui/form/kept-words";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

const DONE = ["taken.done", "answer.done"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const legId = idIn(args.params, "legId");
  const leg = await reading(actor, (db) => getOwnLeg(db, actor.place.id, legId));
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    leg,
    base: `/${actor.place.id}/obstacles`,
    today: args.context.scope.today,
    requestId: uuidv7(),
    takeRequestId: uuidv7(),
    done: DONE.find((one) => one === done),
    may: {
      take: may(actor, "take", "ObstacleLeg") && legAllows(leg.state, "take"),
      answer: may(actor, "answer", "ObstacleLeg") && legAllows(leg.state, "answer"),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const legId = idIn(args.params, "legId");
  const form = await formOf(args.request);
  const here = `/${actor.place.id}/obstacles/received/${legId}`;
  if (form.get("intent") === "take") {
    return submit(
      args.request,
      TakeObstacle,
      async (input) => {
        await takeObstacle(actor, legId, input);
        return redirect(`${here}?done=taken.done`);
      },
      form,
    );
  }
  return submit(
    args.request,
    AnswerObstacle,
    async (input) => {
      await answerObstacle(actor, legId, input);
      return redirect(`${here}?done=answer.done`);
    },
    form,
  );
}

export default function ReceivedObstaclePage() {
  const { leg, base, today, requestId, takeRequestId, done, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<ObstaclesKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("obstacles.received") }}
        title={leg.title}
        state={
          leg.answerKind ? (
            <AnswerChip answer={leg.answerKind} />
          ) : (
            <Chip>{t(`obstacles.leg.${leg.state}`)}</Chip>
          )
        }
        meta={
          <>
            <span>
              {t("obstacles.from", { name: locale === "fa" ? leg.sourceNameFa : leg.sourceNameEn })}
            </span>
            <InstantText instant={leg.arrivedAt} relative />
            <span>
              {t("obstacles.col.limit")}: <LimitText leg={leg} today={today} />
            </span>
          </>
        }
        actions={
          data.may.take && (
            <Form method="post">
              <input type="hidden" name="intent" value="take" />
              <input type="hidden" name="requestId" value={takeRequestId} />
              <input type="hidden" name="revision" value={leg.revision} />
              <Button icon="hand">{t("obstacles.take")}</Button>
            </Form>
          )
        }
      />
      {done && (
        <div className="mb-4">
          <Notice live title={t(`obstacles.${done}`)} />
        </div>
      )}
      <RefusedPress answer={data.may.answer ? undefined : answer} />
      <Section title={t("obstacles.words")}>
        <ObstacleWords words={leg} />
      </Section>
      {leg.answerText && (
        <Section
          title={t("obstacles.answer")}
          note={
            <>
              {leg.answeredByName} {leg.answeredAt && <InstantText instant={leg.answeredAt} />}
            </>
          }
        >
          <p className="max-w-180 text-body leading-[1.9] whitespace-pre-wrap">
            <bdi>{leg.answerText}</bdi>
          </p>
        </Section>
      )}
      {data.may.answer && (
        <Section title={t("obstacles.answer.do")}>
          <div className="max-w-180">
            <AnswerForm revision={leg.revision} requestId={requestId} answer={answer} />
          </div>
        </Section>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ObstaclesKey>(matches, "obstacles.page", undefined, data?.leg.title);
