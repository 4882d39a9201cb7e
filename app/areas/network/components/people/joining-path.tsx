import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Steps } from "~/ui/steps";
import type { KeptState, PersonState } from "../../choices";
import { stepsFrom, wayTo } from "../../lifecycle";
import type { NetworkKey } from "../../messages";
import type { PersonDetails } from "../../queries.server/people";

/** Where somebody stands on the joining path, since when, and the steps that lead on. */
export function JoiningPath({
  person,
  state,
  passed,
  here,
  mayMove,
  relocate,
}: {
  person: Pick<PersonDetails, "state" | "stateSince">;
  /** Where he stands today. */
  state: PersonState;
  /** States in which he stood before, as his history tells. */
  passed: readonly KeptState[];
  /** Address of his page. */
  here: string;
  mayMove: boolean;
  /** Where it is offered that he goes over to another county; undefined where it may not be. */
  relocate?: string;
}) {
  const t = useT<NetworkKey>();
  const way = wayTo(state, passed);
  const at = way.indexOf(state);
  return (
    <section className="mt-5 border-t border-line pt-4">
      <h2 className="mb-3 text-item">{t("network.path")}</h2>
      <Steps
        label={t("network.path")}
        steps={way.map((one, index) => ({
          key: one,
          label: t(`network.state.${one}`),
          state: index < at ? "done" : index === at ? "now" : "ahead",
          needsYou: one === "cold" || one === "dormant",
        }))}
      />
      <p className="mt-2 flex flex-wrap gap-x-1 text-meta text-ink-3">
        <span>{t("network.path.since", { state: t(`network.state.${person.state}`) })}</span>
        <DateText iso={person.stateSince} />
      </p>
      {mayMove && (
        <p className="mt-3 flex flex-wrap gap-2">
          {stepsFrom(person.state).map((step) => (
            <LinkButton
              key={step}
              to={`${here}/path?step=${step}`}
              kind={step === "archive" || step === "cancel" ? "quiet" : undefined}
              size="small"
            >
              {t(`network.path.${step}`)}
            </LinkButton>
          ))}
          {relocate && (
            <LinkButton to={relocate} kind="quiet" size="small">
              {t("network.relocation.offer")}
            </LinkButton>
          )}
        </p>
      )}
    </section>
  );
}
