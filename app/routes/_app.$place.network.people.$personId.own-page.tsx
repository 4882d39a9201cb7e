import { useForm } from "@conform-to/react";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor, requireRole } from "~/actor.server";
import { makeMemberLink } from "~/areas/network/commands/make-member-link.server";
import { MemberLinks } from "~/areas/network/components/member/member-links";
import type { NetworkKey } from "~/areas/network/messages";
import { listMemberLinks } from "~/areas/network/queries.server/corrections";
import { getPerson } from "~/areas/network/queries.server/people";
import { now } from "~/kernel/clock.server";
import { type FormResult, idIn, reading, refusalResponse, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali, todayIn } from "~/lib/jalali";
import type { AppKey } from "~/messages";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { CopyLine } from "~/ui/copy-line";
import { CopyText } from "~/ui/copy-text";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** The links by which a person opens his own page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const personId = idIn(args.params, "personId");
  const { place } = actor;
  const { person, links } = await reading(actor, async (db) => ({
    person: await getPerson(db, place.id, personId),
    links: await listMemberLinks(db, place.id, personId),
  }));
  if (person.isErased || person.state === "cancelled")
    throw refusalResponse(new Refusal("missing", "refusal.missing"));
  const at = now();
  return {
    fullName: person.fullName,
    links: links.map(({ isRevoked, ...link }) => ({
      ...link,
      state: link.openedAt
        ? ("opened" as const)
        : isRevoked
          ? ("replaced" as const)
          : link.expiresAt <= at
            ? ("over" as const)
            : ("waiting" as const),
    })),
    place: { fa: place.nameFa, en: place.nameEn },
    here: `/${place.id}/network/people/${personId}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const personId = idIn(args.params, "personId");
  return submit(args.request, z.object({}), async () => {
    const { token, expiresAt } = await makeMemberLink(actor, personId);
    const made = { address: linkFor(args.request, `/m/${token}`), until: todayIn(expiresAt) };
    return data({ made } as { made?: typeof made } & Partial<FormResult>, {
      headers: { "cache-control": "no-store" },
    });
  });
}

export default function OwnPageLinks() {
  const { fullName, links, place, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && "made" in answer ? answer.made : undefined;
  const refused = answer && "result" in answer ? answer : undefined;
  const t = useT<NetworkKey | AppKey>();
  const { locale } = useLocale();
  const [form] = useForm({ lastResult: refused?.result });
  return (
    <>
      <PageHeader back={{ to: here, label: fullName }} title={t("network.me.link")} />
      <p className="mb-4 max-w-160 text-body">{t("network.me.link.lead", { name: fullName })}</p>
      {made && (
        <div className="mb-6 max-w-160">
          <Notice live title={t("network.me.link.once")}>
            <p>{t("network.me.link.once.text", { day: formatJalali(made.until, locale, "long") })}</p>
            <div className="mt-2">
              <CopyLine text={made.address} label={t("network.me.link.address")} />
            </div>
          </Notice>
          <div className="mt-4">
            <CopyText
              label={t("network.me.link.message")}
              help={t("network.me.link.message.help")}
              text={t("network.me.link.message.text", {
                name: fullName,
                place: t("app.place.county", { name: place[locale] }),
                address: made.address,
              })}
            />
          </div>
        </div>
      )}
      <Form form={form} requestId={requestId} refusal={refused?.refusal} warn={false}>
        <div>
          <SubmitButton icon="key-round">{t("network.me.link.make")}</SubmitButton>
        </div>
      </Form>
      <Section title={t("network.me.link.list")}>
        <MemberLinks links={links} />
      </Section>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.me.link");
