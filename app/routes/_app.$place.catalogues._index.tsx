import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { FIXED_KINDS, KINDS, WORD_KINDS } from "~/areas/catalogues/choices";
import { addEntry } from "~/areas/catalogues/commands/add-entry.server";
import { addNames } from "~/areas/catalogues/commands/add-names.server";
import { AddEntryForm, AddNamesForm } from "~/areas/catalogues/components/entry-forms";
import { EntryTable } from "~/areas/catalogues/components/entry-table";
import type { CatalogueKey } from "~/areas/catalogues/messages";
import { listEntries } from "~/areas/catalogues/queries.server";
import { AddEntry, AddNames } from "~/areas/catalogues/schema";
import { may } from "~/kernel/authorize";
import { formOf, reading, submit } from "~/kernel/http.server";
import { beliefWords } from "~/lib/belief-words";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const url = new URL(args.request.url).searchParams;
  const kind = KINDS.find((one) => one === url.get("kind")) ?? KINDS[0];
  const entries = await reading(actor, (db) => listEntries(db, actor.place, [kind]));
  const added = url.get("added");
  return {
    kind,
    entries,
    place: actor.place.id,
    here: `/${actor.place.id}/catalogues`,
    mayKeep: may(actor, "keep", "CatalogueEntry"),
    beliefs: [
      ...new Set(
        entries
          .filter(({ retiredOn }) => retiredOn === null)
          .flatMap(({ fa, faBack }) => beliefWords(`${fa} ${faBack ?? ""}`)),
      ),
    ],
    added: added === null ? null : { added: Number(added) || 0, already: Number(url.get("already")) || 0 },
    notTaken: Number(url.get("not-taken")) || 0,
    isSaved: url.has("saved"),
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const here = `/${actor.place.id}/catalogues`;
  const form = await formOf(args.request);
  if (form.get("intent") === "names")
    return submit(
      args.request,
      AddNames,
      async ({ kind, names }) => {
        const { added, already, notTaken } = await addNames(actor, kind, names);
        return redirect(`${here}?kind=${kind}&added=${added}&already=${already}&not-taken=${notTaken}`);
      },
      form,
    );
  return submit(
    args.request,
    AddEntry,
    async (input) => {
      const { kind } = await addEntry(actor, input);
      return redirect(`${here}?kind=${kind}&saved`);
    },
    form,
  );
}

export default function CataloguesPage() {
  const { kind, entries, place, here, mayKeep, beliefs, added, notTaken, isSaved, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<CatalogueKey>();
  const { locale } = useLocale();
  const isFixed = FIXED_KINDS.includes(kind);
  const typedNames = answer?.result.initialValue?.intent === "names";
  return (
    <>
      <PageHeader
        title={t("catalogues.title")}
        actions={<ExportButton place={place} list="catalogue" narrowed={{ kind }} />}
      />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("catalogues.intro")}</p>
      <FilterChips
        label={t("catalogues.kinds")}
        chips={KINDS.map((one) => ({
          to: `${here}?kind=${one}`,
          label: t(`catalogues.kind.${one}`),
          active: one === kind,
        }))}
      />
      <div className="mb-4 flex max-w-160 flex-col gap-3">
        {beliefs.length > 0 && (
          <Notice kind="saffron" title={t("catalogues.belief", { words: listed(beliefs, locale) })} />
        )}
        {added && <Notice live title={t("catalogues.names.added", added)} />}
        {notTaken > 0 && (
          <Notice kind="saffron" title={t("catalogues.names.not-taken", { count: notTaken })} />
        )}
        {isSaved && <Notice live title={t("catalogues.saved")} />}
        {isFixed && <Notice>{t("catalogues.fixed-note")}</Notice>}
      </div>
      <EntryTable kind={kind} entries={entries} here={here} mayKeep={mayKeep} />
      {mayKeep && !isFixed && (
        <div className="mt-6 max-w-160 print:hidden">
          <Section title={t("catalogues.add")}>
            <AddEntryForm
              key={kind}
              kind={kind}
              requestId={requestId}
              answer={typedNames ? undefined : answer}
            />
          </Section>
          {WORD_KINDS.includes(kind) && (
            <Section title={t("catalogues.names")}>
              <AddNamesForm
                key={kind}
                kind={kind}
                requestId={requestId}
                answer={typedNames ? answer : undefined}
              />
            </Section>
          )}
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<CatalogueKey>(matches, "catalogues.title");
