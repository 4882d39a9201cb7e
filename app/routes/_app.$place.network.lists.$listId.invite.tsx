import { ownerKeys } from "~/kernel/actor";
import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { invitePeople } from "~/areas/network/commands/invite-people.server";
import { PreparedText } from "~/areas/network/components/contacts/prepared-text";
import { InviteeTable, LeftOutList } from "~/areas/network/components/lists/invitation-sheet";
import type { NetworkKey } from "~/areas/network/messages";
import { invitationSheet } from "~/areas/network/queries.server/invitations";
import { getPeopleList } from "~/areas/network/queries.server/lists";
import { InvitePeople } from "~/areas/network/schema/bulk";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";

/** The invitation of a saved list: whom, by which way, and who is left out. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "listId");
  const url = new URL(args.request.url).searchParams;
  const asked = Number(url.get("asked"));
  const list = { id, readerKeys: ownerKeys(actor) };
  const page = await reading(actor, async (db) => ({
    name: (await getPeopleList(db, actor.place.id, id, ownerKeys(actor))).name,
    sheet: await invitationSheet(db, actor.place, list, args.context.scope.today, url.get("after")),
  }));
  return {
    ...page,
    asked: url.has("asked") && Number.isSafeInteger(asked) ? asked : null,
    isLater: url.has("after"),
    base: `/${actor.place.id}/network`,
    here: `/${actor.place.id}/network/lists/${id}/invite`,
    back: `/${actor.place.id}/network?list=${id}`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "listId");
  return submit(args.request, InvitePeople, async (input) => {
    const { asked } = await invitePeople(actor, input);
    return redirect(`/${actor.place.id}/network/lists/${id}/invite?asked=${asked}`);
  });
}

export default function InvitePage() {
  const { name, sheet, asked, isLater, base, here, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ occasion: string; personIds: string[] }>({
    lastResult: answer?.result,
    defaultValue: { personIds: sheet.invited.map(({ id }) => id) },
  });
  return (
    <>
      <PageHeader back={{ to: back, label: name }} title={t("network.invite")} />
      <p className="mb-4 max-w-160 text-second text-ink-2 print:hidden">{t("network.invite.lead")}</p>
      {asked !== null && !answer && (
        <div className="mb-4 max-w-160 print:hidden">
          <Notice
            live
            title={asked > 0 ? t("network.invite.done", { count: asked }) : t("network.invite.done-none")}
          />
        </div>
      )}
      <div className="max-w-160 print:hidden">
        <PreparedText start="invitation" />
      </div>
      <Section
        title={t("network.invite.sheet")}
        note={!sheet.next && !isLater && <Num value={sheet.invited.length} />}
      >
        <InviteeTable invited={sheet.invited} base={base} />
      </Section>
      {(sheet.next || isLater) && (
        <Pager
          previous={isLater ? here : undefined}
          next={sheet.next ? `${here}?after=${sheet.next}` : undefined}
        />
      )}
      {sheet.leftOut.length > 0 && (
        <Section title={t("network.invite.left-out")}>
          <LeftOutList leftOut={sheet.leftOut} base={base} />
        </Section>
      )}
      {sheet.invited.length > 0 && (
        <div className="mt-6 max-w-160 print:hidden">
          <Form
            form={form}
            labels={{ occasion: t("network.invite.occasion"), personIds: t("network.invite.who") }}
            requestId={requestId}
            refusal={answer?.refusal}
            warn={false}
          >
            <TextField field={fields.occasion} help={t("network.invite.occasion.help")} />
            <CheckboxGroup
              field={fields.personIds}
              row
              choices={sheet.invited.map(({ id, fullName }) => ({ value: id, label: fullName }))}
            />
            <p className="text-second text-ink-2">{t("network.invite.record.help")}</p>
            <div>
              <SubmitButton>{t("network.invite.record")}</SubmitButton>
            </div>
          </Form>
        </div>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.invite");
