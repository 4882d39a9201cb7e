import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TIE_KINDS } from "~/areas/catalogues/choices";
import { listEntries, ownWords } from "~/areas/catalogues/queries.server";
import { OwnPageView, type OwnAct } from "~/areas/network/components/member/own-page";
import type { NetworkKey } from "~/areas/network/messages";
import { getOwnPage } from "~/areas/network/queries.server/own-page";
import { findOpenRelocation } from "~/areas/network/queries.server/relocations";
import { reading } from "~/kernel/http.server";
import { memberCookieGone, openOwnDoor, OWN_HEADERS } from "~/member-door.server";
import { pageTitle } from "~/page-title";
import { OwnWords, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

const DONE = ["ways", "correct", "moving", "moving-refused"] as const satisfies readonly OwnAct[];

/** What is held about whoever has his page open; for everybody else, how it is opened. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url).searchParams;
  const door = await openOwnDoor(request, context);
  if (!door) return { page: null, ended: (["erased", "left"] as const).find((one) => url.has(one)) };
  const { member, hand, personId, place } = door;
  return {
    ...(await reading(hand, async (db) => ({
      ownWords: await ownWords(db, place, context.scope.locale),
      entries: await listEntries(db, place, TIE_KINDS),
    }))),
    ...(await reading(member, async (db) => ({
      page: await getOwnPage(db, place.id, personId),
      relocation: await findOpenRelocation(db, place.id, personId, context.scope.today),
    }))),
    done: DONE.find((one) => one === url.get("done")),
  };
}

/** Closes the page in this browser. */
export function action(_args: ActionFunctionArgs) {
  return redirect("/me?left", { headers: { "set-cookie": memberCookieGone } });
}

export default function MePage() {
  const found = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  if (found.page)
    return (
      <OwnWords words={found.ownWords}>
        <OwnPageView
          page={found.page}
          entries={found.entries}
          relocation={found.relocation}
          done={found.done}
        />
      </OwnWords>
    );
  return (
    <>
      <PageHeader title={t("network.me.closed")} />
      {found.ended ? (
        <Notice live title={t(`network.me.${found.ended}`)}>
          {found.ended === "erased" && t("network.me.erased.text")}
        </Notice>
      ) : (
        <Notice kind="saffron" title={t("network.me.closed.text")} />
      )}
    </>
  );
}

export const headers = () => OWN_HEADERS;

export const meta: MetaFunction = ({ matches }) => pageTitle<NetworkKey>(matches, "network.me.title");
