import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { raiseObstacle } from "~/areas/obstacles/commands/raise-obstacle.server";
import { listOffices } from "~/areas/bodies/queries.server";
import type { ObstaclesKey } from "~/areas/obstacles/messages";
import { OBSTACLE_KINDS } from "~/areas/obstacles/choices";
import { RaiseObstacle } from "~/areas/obstacles/schema";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { RadioGroup } from "~/ui/form/choice-group";
import { ComboBox } from "~/ui/form/combo-box";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert");
  const offices = await reading(actor, (db) => listOffices(db, actor.place.id, args.context.scope.today));
  return { offices, base: `/${actor.place.id}/obstacles`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, RaiseObstacle, async (input) => {
    const { id } = await raiseObstacle(actor, input);
    return redirect(`/${actor.place.id}/obstacles/${id}?done=sent`);
  });
}

type Fields = Record<"title" | "kind" | "officeId" | "triedLocally" | "effect" | "proposal", string>;

export default function NewObstaclePage() {
  const { offices, base, requestId } = useLoaderData<typeof loader>();
  const t = useT<ObstaclesKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({ lastResult: useActionData<typeof action>()?.result });
  const labels: Record<keyof Fields, string> = {
    title: t("obstacles.field.title"),
    kind: t("obstacles.field.kind"),
    officeId: t("obstacles.field.office"),
    triedLocally: t("obstacles.field.tried"),
    effect: t("obstacles.field.effect"),
    proposal: t("obstacles.field.proposal"),
  };
  return (
    <>
      <PageHeader back={{ to: base, label: t("obstacles.title") }} title={t("obstacles.raise")} />
      <div className="max-w-180">
        <div className="mb-5">
          <Notice>{t("obstacles.note.travels")}</Notice>
        </div>
        <Form form={form} labels={labels} requestId={requestId}>
          <TextField field={fields.title} />
          <RadioGroup
            field={fields.kind}
            row
            choices={OBSTACLE_KINDS.map((kind) => ({ value: kind, label: t(`obstacles.kind.${kind}`) }))}
          />
          <ComboBox
            field={fields.officeId}
            optional
            help={t("obstacles.field.office.help")}
            options={offices.map((office) => ({
              value: office.id,
              label: locale === "fa" ? office.nameFa : office.nameEn,
            }))}
          />
          <TextArea field={fields.triedLocally} help={t("obstacles.field.tried.help")} />
          <TextArea field={fields.effect} help={t("obstacles.field.effect.help")} rows={3} />
          <TextArea field={fields.proposal} optional rows={3} />
          <FormActions>
            <SubmitButton>{t("obstacles.send")}</SubmitButton>
            <LinkButton kind="quiet" to={base}>
              {t("ui.cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<ObstaclesKey>(matches, "obstacles.raise");
