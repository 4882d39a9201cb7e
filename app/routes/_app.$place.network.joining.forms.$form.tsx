import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { revokeJoinLink } from "~/areas/network/commands/revoke-join-link.server";
import { LinkState } from "~/areas/network/components/join/link-list";
import { JoinPoster } from "~/areas/network/components/join/join-poster";
import type { NetworkKey } from "~/areas/network/messages";
import { getJoinLink } from "~/areas/network/queries.server/joining";
import { idIn, reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import type { AppKey } from "~/messages";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { qrPath } from "~/qr-path.server";
import { Button } from "~/ui/button";
import { Columns } from "~/ui/columns";
import { CopyLine } from "~/ui/copy-line";
import { CopyText } from "~/ui/copy-text";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Sheet } from "~/ui/sheet";

/** One join form: its code, its poster, and what came by it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "form");
  const { place } = actor;
  const link = await reading(actor, (db) => getJoinLink(db, place.id, id, args.context.scope.today));
  const address = linkFor(args.request, `/join/${link.token}`);
  const url = new URL(args.request.url).searchParams;
  return {
    link,
    address,
    qr: qrPath(address),
    place: { fa: place.nameFa, en: place.nameEn },
    base: `/${place.id}/network/joining`,
    isNew: url.has("opened"),
    isClosed: url.has("closed"),
  };
}

/** Closes the form before its day. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "form");
  try {
    await revokeJoinLink(actor, id);
  } catch (error) {
    if (error instanceof Refusal) throw refusalResponse(error);
    throw error;
  }
  return redirect(`/${actor.place.id}/network/joining/forms/${id}?closed`);
}

export default function JoinFormPage() {
  const { link, address, qr, place, base, isNew, isClosed } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey | AppKey>();
  const { locale } = useLocale();
  const placeName = t("app.place.county", { name: place[locale] });
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          back={{ to: base, label: t("network.join.waiting") }}
          title={link.name ?? t("network.join.link.unnamed")}
          state={<LinkState link={link} />}
          meta={t("network.join.link.came", { count: link.arrivals, accepted: link.accepted })}
        />
      </div>
      {(isNew || isClosed) && (
        <div className="mb-4">
          <Notice live title={t(isClosed ? "network.join.link.closed" : "network.join.link.opened")} />
        </div>
      )}
      {link.isOpen ? (
        <Columns
          side={
            <div className="print:hidden">
              <Sheet as="section">
                <h2 className="mb-3 text-item">{t("network.join.link.address")}</h2>
                <CopyLine text={address} label={t("network.join.link.address")} />
                <div className="mt-4">
                  <CopyText
                    label={t("network.join.link.message")}
                    text={t("network.join.link.message.text", { place: placeName, address })}
                  />
                </div>
                <div className="mt-6 border-t border-line pt-4">
                  <p className="mb-3 text-second text-ink-2">{t("network.join.link.revoke.help")}</p>
                  <PlainForm method="post">
                    <Button kind="danger-outline" size="small">
                      {t("network.join.link.revoke")}
                    </Button>
                  </PlainForm>
                </div>
              </Sheet>
            </div>
          }
        >
          <section>
            <h2 className="mb-3 text-section print:hidden">{t("network.join.poster")}</h2>
            <JoinPoster qr={qr} address={address} place={placeName} name={link.name} until={link.until} />
          </section>
        </Columns>
      ) : (
        <Notice kind="saffron" title={t("network.join.form.closed")} />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.join");
