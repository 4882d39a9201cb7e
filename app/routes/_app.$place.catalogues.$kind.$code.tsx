import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { KINDS, type Kind } from "~/areas/catalogues/choices";
import { wordEntry } from "~/areas/catalogues/commands/word-entry.server";
import { WordEntryForm } from "~/areas/catalogues/components/entry-forms";
import type { CatalogueKey } from "~/areas/catalogues/messages";
import { getEntry } from "~/areas/catalogues/queries.server";
import { WordEntry } from "~/areas/catalogues/schema";
import { reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The entry that the address names; what is no kind or no code is an entry that is not there. */
function entryIn(params: Readonly<Record<string, string | undefined>>): { kind: Kind; code: string } {
  const kind = KINDS.find((one) => one === params.kind);
  const code = params.code ?? "";
  if (!kind || !/^[a-z0-9-]{1,60}$/.test(code))
    throw refusalResponse(new Refusal("missing", "refusal.missing"));
  return { kind, code };
}

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "representative", "national-officer");
  const { kind, code } = entryIn(args.params);
  const entry = await reading(actor, (db) => getEntry(db, actor.place, kind, code));
  return {
    kind,
    entry,
    revision: entry.divisionId === actor.place.id ? entry.revision : 0,
    back: `/${actor.place.id}/catalogues?kind=${kind}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const named = entryIn(args.params);
  return submit(args.request, WordEntry, async (input) => {
    await wordEntry(actor, named, input);
    return redirect(`/${actor.place.id}/catalogues?kind=${named.kind}&saved`);
  });
}

export default function CatalogueEntryPage() {
  const { kind, entry, revision, back, requestId } = useLoaderData<typeof loader>();
  const t = useT<CatalogueKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: back, label: t(`catalogues.kind.${kind}`) }}
        title={t("catalogues.change-of", { name: entry[locale] })}
      />
      <WordEntryForm
        entry={entry}
        kind={kind}
        revision={revision}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={back}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<CatalogueKey>(matches, "catalogues.title");
