import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import {
  editMeetingType,
  retireMeetingType,
} from "~/areas/meetings/calling/commands/edit-meeting-type.server";
import { TypeForm } from "~/areas/meetings/calling/components/type-form";
import { EditMeetingType, RetireMeetingType } from "~/areas/meetings/calling/schema";
import { getOwnType } from "~/areas/meetings/calling/types.server";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { formOf, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { PressForm } from "~/ui/form/press-form";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** A type of meetings that the place itself added: changed, or retired. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "representative");
  const type = await reading(actor, (db) => getOwnType(db, actor.place, args.params.type ?? ""));
  const list = `/${actor.place.id}/meetings/types`;
  if (type.retiredOn !== null) throw redirect(list);
  return { type, list, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const code = args.params.type ?? "";
  const list = `/${actor.place.id}/meetings/types?saved`;
  const form = await formOf(args.request);
  if (form.get("do") === "retire")
    return submit(
      args.request,
      RetireMeetingType,
      async (input) => {
        await retireMeetingType(actor, code, input);
        return redirect(list);
      },
      form,
    );
  return submit(
    args.request,
    EditMeetingType,
    async (input) => {
      await editMeetingType(actor, code, input);
      return redirect(list);
    },
    form,
  );
}

export default function MeetingTypePage() {
  const { type, list, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const isRetiring = answer?.result.initialValue?.do === "retire";
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader back={{ to: list, label: t("calling.types") }} title={type[locale]} />
      <div className="max-w-160">
        <TypeForm type={type} requestId={requestId} answer={isRetiring ? undefined : answer} />
        <div className="mt-8">
          <Section title={t("calling.type.retire")}>
            <p className="mb-3 text-second text-ink-2">{t("calling.type.retire.help")}</p>
            <PressForm
              id="retire"
              answer={isRetiring ? answer : undefined}
              requestId={requestId}
              revision={type.revision}
            >
              <div>
                <Button name="do" value="retire" kind="danger-outline" icon="circle-slash">
                  {t("calling.type.retire.do")}
                </Button>
              </div>
            </PressForm>
          </Section>
        </div>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<MeetingsKey>(matches, "calling.types", undefined, data?.type.fa);
