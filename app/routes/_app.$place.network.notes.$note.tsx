import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { rewriteNote } from "~/areas/network/commands/rewrite-note.server";
import type { NetworkKey } from "~/areas/network/messages";
import { getNote } from "~/areas/network/queries.server/notes";
import { RewriteNote } from "~/areas/network/schema/texts";
import { NOTE_KINDS, type NoteKind } from "~/areas/network/texts/notes";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { PageHeader } from "~/ui/page-header";

/** Which note of the record: of a contact, unless `?of` names another. */
function kindIn(request: Request): NoteKind {
  const asked = new URL(request.url).searchParams.get("of");
  return NOTE_KINDS.find((one) => one === asked) ?? "contact";
}

/** The words of a note on a contact, a step of the joining path or a decision are corrected or taken out. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const kind = kindIn(args.request);
  const note = await reading(actor, (db) => getNote(db, actor.place.id, kind, idIn(args.params, "note")));
  return { note, kind, here: `/${actor.place.id}/network/${note.page}`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const id = idIn(args.params, "note");
  return submit(args.request, RewriteNote, async (input) => {
    const { page } = await rewriteNote(actor, kindIn(args.request), id, input);
    return redirect(`/${actor.place.id}/network/${page}`);
  });
}

export default function NotePage() {
  const { note, kind, here, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<{ note: string }>({
    lastResult: answer?.result,
    defaultValue: { note: note.text },
  });
  return (
    <>
      <PageHeader
        back={{ to: here, label: note.fullName ?? t("network.note.back") }}
        title={t("network.note.edit")}
        meta={<DateText iso={note.day} style="long" />}
      />
      <div className="max-w-160">
        <Form
          form={form}
          labels={{ note: t(`network.note.${kind}`) }}
          requestId={requestId}
          revision={note.revision}
          refusal={answer?.refusal}
        >
          <TextArea
            field={fields.note}
            optional={!note.isRequired}
            rows={4}
            help={
              note.isRequired
                ? undefined
                : t(
                    kind === "step"
                      ? "network.note.help.step"
                      : kind === "decline"
                        ? "network.note.help.decline"
                        : "network.note.help",
                  )
            }
          />
          <FormActions>
            <SubmitButton>{t("network.note.save")}</SubmitButton>
            <LinkButton kind="quiet" to={here}>
              {t("ui.cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.note.edit");
