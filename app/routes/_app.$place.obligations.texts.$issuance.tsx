import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { alsoOwes } from "~/areas/obligations/commands/also-owes.server";
import { chaseSilent } from "~/areas/obligations/commands/chase-silent.server";
import { AnswerBar, AnswerWords } from "~/areas/obligations/components/answer-bar";
import { SourceText } from "~/areas/obligations/components/source-text";
import { accountsOfText } from "~/areas/obligations/issue/without-account.server";
import {
  AccountsOfText,
  AlsoOwesForm,
  ChaseForm,
  ChaseTable,
  TextFacts,
} from "~/areas/obligations/components/text-screen";
import { listAddressees, nameableOffices } from "~/areas/obligations/door.server";
import { getIssuance } from "~/areas/obligations/chasing/office-messages.server";
import type { ObligationsKey } from "~/areas/obligations/messages";
import { AlsoOwes, ChaseSilent } from "~/areas/obligations/schema";
import { may } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Columns } from "~/ui/columns";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** What was just done, as the address says it, and the sentence for it. */
const DONE = {
  issued: "obligations.text.issued-now",
  chased: "obligations.chase.sent",
  added: "obligations.also-owes.added",
} as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const id = idIn(args.params, "issuance");
  const mayAdd = may(actor, "also-owe", "Issuance");
  const { text, offices, accounts } = await reading(actor, async (db) => {
    const found = await getIssuance(db, actor.place.id, id);
    const known = mayAdd ? await listAddressees(db, actor.place, today) : null;
    return {
      text: found,
      offices: known ? nameableOffices(known) : [],
      accounts: await accountsOfText(db, actor.place.id, id, today),
    };
  });
  const owing = new Set(text.answers.officeIds);
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  return {
    text,
    accounts,
    offices: offices
      .filter((office) => !owing.has(office.id))
      .map(({ id: value, nameFa, nameEn }) => ({ value, nameFa, nameEn })),
    place: actor.place.id,
    mayChase: may(actor, "chase", "Issuance"),
    mayAdd,
    done: done in DONE ? (done as keyof typeof DONE) : null,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "issuance");
  const here = `/${actor.place.id}/obligations/texts/${id}`;
  const form = await formOf(args.request);
  switch (form.get("intent")) {
    case "chase":
      return submit(
        args.request,
        ChaseSilent,
        async (input) => {
          await chaseSilent(actor, id, input);
          return redirect(`${here}?done=chased`);
        },
        form,
      );
    case "also-owes":
      return submit(
        args.request,
        AlsoOwes,
        async (input) => {
          await alsoOwes(actor, id, input);
          return redirect(`${here}?done=added`);
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ObligationsKey>(matches, "obligations.text.title");

export default function IssuedText() {
  const { text, accounts, offices, place, mayChase, mayAdd, done, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const isAdding = answer?.result.initialValue?.intent === "also-owes";
  const ledger = `/${place}/obligations`;
  return (
    <>
      <PageHeader
        title={<SourceText row={{ ...text, sourceTitle: text.title, sourceNumber: text.number }} />}
        back={{ to: `${ledger}?end=issued`, label: t("obligations.page.back") }}
      />
      {done && !answer && (
        <div className="mb-4 max-w-160">
          <Notice live title={t(DONE[done])} />
        </div>
      )}
      <Columns
        side={
          mayAdd && (
            <Section title={t("obligations.also-owes")}>
              <AlsoOwesForm
                key={text.answers.officeIds.length}
                requestId={requestId}
                answer={isAdding ? answer : undefined}
                offices={offices.map(({ value, nameFa, nameEn }) => ({
                  value,
                  label: locale === "fa" ? nameFa : nameEn,
                }))}
              />
            </Section>
          )
        }
      >
        <TextFacts text={text} place={place} />
        <Section
          title={t("obligations.text.answers")}
          action={
            <LinkButton to={`${ledger}?end=issued&source=${text.id}`} size="small">
              {t("obligations.text.offices")}
            </LinkButton>
          }
        >
          <div className="mb-3 max-w-120">
            <AnswerBar answers={text.answers} />
          </div>
          <AnswerWords answers={text.answers} />
        </Section>
        <AccountsOfText accounts={accounts} hrefOf={({ id }) => `${ledger}/${id}`} />
        {mayChase && (
          <Section title={t("obligations.chase")}>
            <ChaseForm
              key={text.chases.length}
              silent={text.answers.silent}
              requestId={requestId}
              answer={isAdding ? undefined : answer}
            />
            <ChaseTable chases={text.chases} />
          </Section>
        )}
      </Columns>
    </>
  );
}
