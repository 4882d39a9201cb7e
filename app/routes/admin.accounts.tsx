import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form as PlainForm, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdministrator } from "~/actor.server";
import { accountKeyOf } from "~/areas/identity/account-key";
import { issueLink } from "~/areas/identity/commands/issue-link.server";
import type { IdentityKey } from "~/areas/identity/messages";
import { FindAccount } from "~/areas/identity/schema";
import { findAccountByName } from "~/areas/identity/queries.server";
import type { PostsKey } from "~/areas/posts/messages";
import { listPowers } from "~/areas/posts/queries.server";
import { listDivisions } from "~/areas/divisions/queries.server";
import { recordId } from "~/kernel/fields";
import { formOf, reading, submit } from "~/kernel/http.server";
import { formatMobile, uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { CopyLine } from "~/ui/copy-line";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Sheet } from "~/ui/sheet";

export async function loader(args: LoaderFunctionArgs) {
  requireAdministrator(args);
  return { requestId: uuidv7() };
}

const Chosen = z.object({ accountId: recordId });

/** Finds one account by its whole name (a number stays out of the address), or makes a link for the one found. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  const { today } = args.context.scope;
  const form = await formOf(args.request);
  if (form.has("accountId")) {
    const issued = await submit(
      args.request,
      Chosen,
      async ({ accountId }) => {
        const { path } = await issueLink(actor, accountId);
        return { link: path && linkFor(args.request, path) };
      },
      form,
    );
    return { issued: "link" in issued ? issued.link : undefined };
  }
  return submit(
    args.request,
    FindAccount,
    async ({ name }) => ({
      found: await reading(actor, async (db) => {
        const account = await findAccountByName(db, accountKeyOf(name));
        if (!account) return null;
        const powers = await listPowers(db, account.id, today);
        const places = await listDivisions(
          db,
          powers.map((power) => power.divisionId),
        );
        return {
          ...account,
          posts: powers.map((power) => ({
            ...power,
            place: places.find((one) => one.id === power.divisionId),
          })),
        };
      }),
    }),
    form,
  );
}

export default function AccountsPage() {
  const { requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<IdentityKey | PostsKey>();
  const [form, fields] = useForm<{ name: string }>({
    lastResult: answer && "result" in answer ? answer.result : undefined,
  });
  return (
    <div className="max-w-160">
      <PageHeader title={t("identity.accounts.title")} />
      <div className="flex flex-col gap-5">
        <p className="text-second text-ink-2">{t("identity.accounts.lead")}</p>
        <Form form={form} labels={{ name: t("identity.sign-in.name") }} warn={false}>
          <TextField field={fields.name} code width="medium" />
          <div>
            <SubmitButton>{t("identity.accounts.find")}</SubmitButton>
          </div>
        </Form>
        {answer && "issued" in answer && <Issued link={answer.issued} />}
        {answer && "found" in answer && <Found account={answer.found} requestId={requestId} />}
      </div>
    </div>
  );
}

function Issued({ link }: { link: string | undefined }) {
  const t = useT<IdentityKey | PostsKey>();
  if (link === undefined) return <Notice kind="saffron" live title={t("identity.link.repeated")} />;
  return (
    <>
      <Notice kind="info" live title={t("identity.link.made")} />
      <CopyLine text={link} label={t("posts.link")} />
    </>
  );
}

type Account = Extract<ReturnType<typeof useActionData<typeof action>>, { found: unknown }>["found"];

function Found({ account, requestId }: { account: Account; requestId: string }) {
  const t = useT<IdentityKey | PostsKey>();
  const { locale } = useLocale();
  if (!account) return <EmptyState filtered title={t("identity.accounts.none")} />;
  const { id, fullName, username, mobile, isAdministrator, posts } = account;
  return (
    <Sheet>
      <h2 className="mb-3 text-section">
        <bdi>{fullName}</bdi>
      </h2>
      <Facts
        facts={[
          { label: t("identity.username"), value: username ? <Code asWritten>{username}</Code> : null },
          {
            label: t("posts.field.mobile"),
            value: mobile ? <Code>{formatMobile(mobile, "en")}</Code> : null,
          },
          {
            label: t("posts.column.post"),
            value: isAdministrator
              ? t("identity.accounts.administrator")
              : posts.length === 0
                ? t("identity.accounts.no-post")
                : posts
                    .map((post) =>
                      locale === "fa"
                        ? listed([post.titleFa, post.place?.nameFa ?? ""], locale)
                        : listed([post.titleEn, post.place?.nameEn ?? ""], locale),
                    )
                    .join(" · "),
          },
        ]}
      />
      <PlainForm method="post" className="mt-4">
        <input type="hidden" name="accountId" value={id} />
        <input type="hidden" name="requestId" value={requestId} />
        <Button>{t("identity.accounts.make-link")}</Button>
      </PlainForm>
    </Sheet>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<IdentityKey>(matches, "identity.accounts.title");
