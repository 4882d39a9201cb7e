import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccount } from "~/actor.server";
import { AccountPage } from "~/areas/identity/components/account-page";
import { settleWishes } from "~/areas/notifications/commands/settle-wishes.server";
import { WishesForm } from "~/areas/notifications/components/wishes-form";
import type { NotificationKey } from "~/areas/notifications/messages";
import { SettleWishes } from "~/areas/notifications/schema";
import { getWishes } from "~/areas/notifications/wishes.server";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { submit } from "~/kernel/http.server";
import { formatMobile } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** What the signed-in account wishes to hear by e-mail and SMS. */
export async function loader(args: LoaderFunctionArgs) {
  const { id } = requireAccount(args);
  return {
    settled: await getWishes(id),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    sample: env().SAMPLE === "1",
    clockSet: clockNotice() !== undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { id } = requireAccount(args);
  return submit(args.request, SettleWishes, async (input) => {
    await settleWishes(id, input);
    return redirect("/wishes?saved");
  });
}

export default function WishesPage() {
  const { settled, isSaved, ...frame } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NotificationKey>();
  const { locale } = useLocale();
  return (
    <AccountPage {...frame} path="/wishes">
      <PageHeader
        back={{ to: "/", label: t("notifications.wishes.back") }}
        title={t("notifications.wishes")}
      />
      {isSaved && (
        <div className="mb-4">
          <Notice live title={t("notifications.wishes.saved")} />
        </div>
      )}
      <p className="mb-3 text-second text-ink-2">{t("notifications.wishes.lead")}</p>
      <p className="mb-5 text-second">
        {settled.mobile
          ? t("notifications.wishes.mobile", {
              mobile: `\u2066${formatMobile(settled.mobile, locale)}\u2069`,
            })
          : t("notifications.wishes.mobile.none")}
      </p>
      <WishesForm settled={settled} answer={answer} />
    </AccountPage>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NotificationKey>(matches, "notifications.wishes");
