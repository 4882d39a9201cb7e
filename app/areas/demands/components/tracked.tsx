import { Form as RemixForm } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { useErrorText, useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";
import { formatJalali } from "~/lib/jalali";
import { allows } from "../lifecycle";
import type { DemandKey } from "../messages";
import type { TrackedDemand } from "../queries.server";
import { Story } from "./story";

const CHOICES = [
  { verdict: "solved", label: "demands.track.yes", effect: "demands.track.yes.effect" },
  { verdict: "partly", label: "demands.track.partly", effect: "demands.track.partly.effect" },
  { verdict: "no", label: "demands.track.no", effect: "demands.track.no.effect" },
] as const;

/** The citizen's page: asks first, tells the story after, in whole sentences; works without script. */
export function Tracked({
  demand,
  requestId,
  thanks,
  mayJudge,
  refusal,
}: {
  demand: TrackedDemand;
  requestId: string;
  thanks: boolean;
  /** False in a browser that is signed in as staff over the demand's place. */
  mayJudge: boolean;
  refusal: string | undefined;
}) {
  const t = useT<DemandKey>();
  const { locale } = useLocale();
  const errorText = useErrorText();
  const isRefused = demand.state === "answered" && demand.answerKind === "refused";
  const asks = allows(demand.state, "judge") && !isRefused;
  const words = {
    office: demand.officeName ?? "",
    limit: demand.limitOn ? formatJalali(demand.limitOn, locale, "weekday") : "",
  };
  return (
    <>
      <PageHeader
        title={demand.title}
        meta={
          <span>
            {t("demands.tracking")}: <Code>{demand.trackingCode}</Code>
          </span>
        }
      />
      {thanks && (
        <div className="mb-4">
          <Notice live title={t("demands.track.thanks")} />
        </div>
      )}
      {refusal && (
        <div className="mb-4">
          <Notice live kind="saffron" title={errorText(refusal)} />
        </div>
      )}
      <p className="mb-5 text-section leading-relaxed">
        {t(isRefused ? "demands.track.now.answered.refused" : `demands.track.now.${demand.state}`, words)}
      </p>
      {demand.answerText && (
        <Section title={t("demands.answer.heading", words)}>
          <p dir="auto" className="w-fit text-body leading-[1.9] whitespace-pre-wrap">
            {demand.answerText}
          </p>
        </Section>
      )}
      {asks && !mayJudge && (
        <div className="my-6">
          <Notice kind="saffron">{t("demands.track.read-only")}</Notice>
        </div>
      )}
      {asks && mayJudge && (
        <div className="my-6">
          <Sheet as="section" chosen>
            <h2 className="text-section">{t("demands.track.question")}</h2>
            <p className="mb-3 text-second text-ink-3">{t("demands.track.question.text")}</p>
            <RemixForm method="post" className="flex flex-col gap-3">
              <input type="hidden" name="requestId" value={requestId} />
              {CHOICES.map(({ verdict, label, effect }) => (
                <div key={verdict}>
                  <Button
                    name="verdict"
                    value={verdict}
                    size="touch"
                    wide
                    aria-describedby={`effect-${verdict}`}
                  >
                    {t(label)}
                  </Button>
                  <p id={`effect-${verdict}`} className="mt-1 text-meta text-ink-3">
                    {t(effect)}
                  </p>
                </div>
              ))}
            </RemixForm>
          </Sheet>
        </div>
      )}
      <Section title={t("demands.track.story")}>
        <Story lines={demand.lines} />
      </Section>
    </>
  );
}
