import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { CIRCLE_ROLES, type CircleRole } from "../../choices";
import type { NetworkKey } from "../../messages";
import { PersonChoice, type FoundPeople } from "../people/person-choice";

type JoinFields = { q: string; personId: string; role: string; fromOn: string };

/** Takes somebody of the network into a circle. */
export function JoinForm({
  found,
  today,
  requestId,
  answer,
  back,
}: {
  found: FoundPeople | undefined;
  /** Today as the date field writes it. */
  today: string;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<JoinFields>({
    lastResult: answer?.result,
    defaultValue: { role: "member", fromOn: today, ...found?.typed, q: found?.q ?? "" },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={{
          q: t("network.find-person"),
          personId: t("network.membership.person"),
          role: t("network.circle.role"),
          fromOn: t("network.membership.from-on"),
        }}
        requestId={requestId}
        refusal={answer?.refusal}
      >
        <PersonChoice search={fields.q} field={fields.personId} found={found} />
        <RadioGroup
          field={fields.role}
          row
          help={t("network.membership.convener-help")}
          choices={CIRCLE_ROLES.map((role) => ({ value: role, label: t(`network.circle.role.${role}`) }))}
        />
        <DateField field={fields.fromOn} />
        <FormActions>
          <SubmitButton name="intent" value="record">
            {t("network.membership.save")}
          </SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}

type ChangeFields = { to: string; happenedOn: string };

/** Gives a member another role in the circle, or lets him leave, from a day on. */
export function MembershipForm({
  role,
  today,
  requestId,
  answer,
  back,
}: {
  role: CircleRole;
  /** Today as the date field writes it. */
  today: string;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<NetworkKey | UiKey>();
  const [form, fields] = useForm<ChangeFields>({
    lastResult: answer?.result,
    defaultValue: { happenedOn: today },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={{ to: t("network.membership.to"), happenedOn: t("network.membership.happened-on") }}
        requestId={requestId}
      >
        <RadioGroup
          field={fields.to}
          help={t("network.membership.convener-help")}
          choices={[
            ...CIRCLE_ROLES.filter((one) => one !== role).map((one) => ({
              value: one,
              label: t(`network.circle.role.${one}`),
            })),
            { value: "left", label: t("network.membership.left") },
          ]}
        />
        <DateField field={fields.happenedOn} />
        <FormActions>
          <SubmitButton>{t("network.membership.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
