import type { FormResult } from "~/kernel/http.server";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import type { NetworkKey } from "../../messages";
import type { newTie } from "../../ties/new-tie.server";
import type { FoundPeople } from "../people/person-choice";
import { TieChoices } from "./tie-choices";
import { TieForm } from "./tie-form";

type Answer = { found?: FoundPeople } | (FormResult & { found?: FoundPeople });

/** Records a relationship: first its type, then its other end. */
export function NewTie({
  page,
  answer,
}: {
  page: Awaited<ReturnType<typeof newTie>>;
  answer: Answer | undefined;
}) {
  const t = useT<NetworkKey>();
  const { chosen, asked } = page;
  return (
    <>
      <PageHeader back={{ to: page.back, label: page.name }} title={t("network.tie.new")} />
      <TieChoices
        choices={page.choices}
        entries={page.entries}
        chosen={chosen}
        from={page.from}
        here={page.here}
      />
      {chosen && asked && (
        <TieForm
          key={`${chosen.kind}.${chosen.code}.${String(chosen.back)}`}
          choice={chosen}
          asked={asked}
          others={page.others}
          found={answer?.found}
          requestId={page.requestId}
          answer={answer && "result" in answer ? answer : undefined}
          back={page.back}
        />
      )}
    </>
  );
}
