import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { makeOfficeLink } from "~/areas/bodies/commands/make-office-link.server";
import { revokeOfficeLink } from "~/areas/bodies/commands/revoke-office-link.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { findOffice, listOfficeLinks } from "~/areas/bodies/queries.server";
import { LINK_DAYS } from "~/areas/bodies/choices";
import { MakeOfficeLink } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import {
  formOf,
  type FormResult,
  idFrom,
  idIn,
  reading,
  refusalResponse,
  submit,
} from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { isUuid, uuidv7 } from "~/lib/identifiers";
import { formatJalali, todayIn } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { CopyLine } from "~/ui/copy-line";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  const place = actor.place.id;
  const found = await reading(actor, async (db) => {
    const office = await findOffice(db, place, id);
    if (!office) throw new Refusal("missing", "refusal.missing");
    authorize(actor, "make-link", "Office", office);
    return { office, links: await listOfficeLinks(db, place, id) };
  });
  const at = now();
  const links = found.links.map((link) => ({
    ...link,
    state: link.revokedAt
      ? ("revoked" as const)
      : link.expiresAt <= at
        ? ("over" as const)
        : ("open" as const),
  }));
  return {
    office: found.office,
    links,
    place,
    back: backTo(args.request.url, place, id),
    requestId: uuidv7(),
  };
}

/** Where one came from: the record that the address names as `kind:id`, else the page of the office. */
function backTo(address: string, place: number, officeId: string) {
  const [kind, id = ""] = (new URL(address).searchParams.get("from") ?? "").split(":");
  if (kind === "obligation" && isUuid(id)) return { kind, to: `/${place}/obligations/${id}` } as const;
  if (kind === "demand" && isUuid(id)) return { kind, to: `/${place}/demands/${id}` } as const;
  return { kind: "office", to: `/${place}/bodies/${officeId}` } as const;
}

/** Whoever asks is told the address of the application as he reached it, unless it is set. */
function addressOf(request: Request, token: string): string {
  return new URL(`/office/${token}`, env().PUBLIC_URL ?? request.url).href;
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  const form = await formOf(args.request);
  if (form.get("do") === "revoke") {
    const { pathname, search } = new URL(args.request.url);
    const here = `${pathname}${search}`;
    const linkId = idFrom(form.get("link"));
    try {
      await revokeOfficeLink(actor, id, linkId);
    } catch (error) {
      if (error instanceof Refusal) throw refusalResponse(error);
      throw error;
    }
    return redirect(here);
  }
  return submit(
    args.request,
    MakeOfficeLink,
    async (input) => {
      const { token, expiresAt } = await makeOfficeLink(actor, id, input);
      const made = { address: addressOf(args.request, token), until: todayIn(expiresAt) };
      return data({ made } as { made?: typeof made } & Partial<FormResult>, {
        headers: { "cache-control": "no-store" },
      });
    },
    form,
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageTitle(matches, "bodies.link.make", {}, loaded?.office.nameFa);

export default function OfficeLink() {
  const { office, links, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && "made" in answer ? answer.made : undefined;
  const refused = answer && "result" in answer ? answer : undefined;
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? office.nameFa : office.nameEn;
  const [form, fields] = useForm<{ days: string }>({
    lastResult: refused?.result,
    defaultValue: { days: "30" },
  });
  return (
    <>
      <PageHeader
        title={t("bodies.link.title", { office: name })}
        back={{ to: back.to, label: t(`bodies.link.back.${back.kind}`) }}
        meta={t("bodies.link.lead")}
      />
      {made && (
        <div className="mb-6">
          <Notice live title={t("bodies.link.once.title")}>
            <p>{t("bodies.link.once.text", { day: formatJalali(made.until, locale, "long") })}</p>
            <div className="mt-2">
              <CopyLine text={made.address} label={t("bodies.link.address")} />
            </div>
          </Notice>
        </div>
      )}
      <Form
        form={form}
        labels={{ days: t("bodies.link.days") }}
        requestId={requestId}
        refusal={refused?.refusal}
        warn={false}
      >
        <Select
          field={fields.days}
          width="short"
          empty={false}
          options={LINK_DAYS.map((days) => ({ value: days, label: t(`bodies.link.days.${days}`) }))}
        />
        <FormActions>
          <SubmitButton icon="key-round">{t("bodies.link.make")}</SubmitButton>
        </FormActions>
      </Form>
      <Section title={t("bodies.link.list")}>
        <Table
          caption={t("bodies.link.list")}
          rows={links}
          rowKey={(link) => link.id}
          empty={<p className="p-4 text-second text-ink-3">{t("bodies.link.none")}</p>}
          columns={[
            {
              key: "made",
              header: t("bodies.link.made"),
              cell: (link) => <InstantText instant={link.createdAt} />,
            },
            {
              key: "until",
              header: t("bodies.link.until"),
              cell: (link) => formatJalali(todayIn(new Date(link.expiresAt)), locale, "long"),
            },
            {
              key: "state",
              header: t("bodies.link.state"),
              cell: (link) => t(`bodies.link.state.${link.state}`),
            },
            {
              key: "revoke",
              header: t("bodies.link.revoke"),
              quietHeader: true,
              phone: "bare",
              cell: (link) =>
                link.state === "open" && (
                  <PlainForm method="post">
                    <input type="hidden" name="do" value="revoke" />
                    <input type="hidden" name="link" value={link.id} />
                    <Button kind="danger-outline" size="small">
                      {t("bodies.link.revoke")}
                    </Button>
                  </PlainForm>
                ),
            },
          ]}
        />
      </Section>
    </>
  );
}
