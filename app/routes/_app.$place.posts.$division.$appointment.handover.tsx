import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { receiveHandOver } from "~/areas/handover/commands/receive-hand-over.server";
import { signHandOver } from "~/areas/handover/commands/sign-hand-over.server";
import { Inventory } from "~/areas/handover/components/inventory";
import { PaperSignatures, ReceiptForm, Signatures, SignForm } from "~/areas/handover/components/signing";
import type { HandoverKey } from "~/areas/handover/messages";
import { asShown, getPassing, handOverRow, moveOf, readInventory } from "~/areas/handover/queries.server";
import { ReceiveHandOver, SignHandOver } from "~/areas/handover/schema";
import type { PostsKey } from "~/areas/posts/messages";
import { divisionBelow } from "~/division-param.server";
import { isOwnHand } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { formatJalali } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** What a post passes on: today's until it is signed, then as it was signed. Printed as it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = divisionBelow(args, actor);
  const { today } = args.context.scope;
  const isWhole = new URL(args.request.url).searchParams.has("whole");
  return reading(actor, async (db) => {
    const passing = await getPassing(db, id, idIn(args.params, "appointment"), today);
    const row = handOverRow(passing);
    const { nameFa, nameEn } = await getDivision(db, id);
    const move = moveOf(passing);
    const { successorAccount, handOver } = passing;
    return {
      passing: asShown(passing),
      nameFa,
      nameEn,
      isHere: id === actor.place.id,
      isWhole,
      home: `/${actor.place.id}`,
      inventory: await readInventory(db, actor.place, passing, today, isWhole),
      maySign:
        handOver === null && may(actor, "sign", "HandOver", row) && !isOwnHand(actor, successorAccount),
      mayReceive:
        move === "successor" &&
        may(actor, "receive", "HandOver", row) &&
        handOver?.isFrozen === true &&
        handOver.signedByKey !== actor.key,
      back: id === actor.place.id ? `/${id}/posts` : `/${actor.place.id}/posts/${id}`,
      requestId: uuidv7(),
    };
  });
}

/** `?do=sign` or `?do=receive`. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const target = { divisionId: divisionBelow(args, actor), appointmentId: idIn(args.params, "appointment") };
  const { pathname, searchParams } = new URL(args.request.url);
  const here = pathname.replace(/\.data$/, "");
  if (searchParams.get("do") === "receive")
    return submit(args.request, ReceiveHandOver, async (input) => {
      await receiveHandOver(actor, target, input);
      return redirect(here);
    });
  return submit(args.request, SignHandOver, async (input) => {
    await signHandOver(actor, target, input);
    return redirect(here);
  });
}

export default function HandOverPage() {
  const { passing, nameFa, nameEn, isHere, isWhole, home, inventory, maySign, mayReceive, back, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<HandoverKey | PostsKey>();
  const { locale } = useLocale();
  const { handOver } = passing;
  const signedOn = handOver && isolateWords(formatJalali(handOver.signedOn, locale, "long"));
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("posts.back", { place: locale === "fa" ? nameFa : nameEn }) }}
        title={t("handover.title", { post: locale === "fa" ? passing.titleFa : passing.titleEn })}
        meta={<span>{locale === "fa" ? nameFa : nameEn}</span>}
        actions={
          inventory && inventory.lines.length > 0 ? (
            <LinkButton icon="printer" to={isWhole ? "?" : "?whole"}>
              {t(isWhole ? "handover.print.back" : "handover.print")}
            </LinkButton>
          ) : undefined
        }
      />
      <p className="mb-5 max-w-160 text-second text-ink-2 print:hidden">
        {t(isHere ? "handover.lead" : "handover.lead.above")}
      </p>
      <Signatures passing={passing} />
      <p className="mt-5 mb-3 text-second font-[550]">
        {signedOn
          ? t("handover.as-of", { date: signedOn })
          : t(isHere ? "handover.live" : "handover.unsigned.above")}
      </p>
      {handOver && !handOver.isFrozen && <Notice title={t("handover.freezing")} />}
      {inventory && <Inventory counts={inventory.counts} lines={inventory.lines} home={home} />}
      <PaperSignatures passing={passing} />
      <div className="mt-8 print:hidden">
        {maySign && <SignForm answer={answer} requestId={requestId} withNote={isHere} />}
        {mayReceive && handOver && (
          <ReceiptForm answer={answer} requestId={requestId} revision={handOver.revision} />
        )}
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<HandoverKey>(matches, "handover.short");
