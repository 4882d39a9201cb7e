import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { DECLINE_REASONS, type Tier } from "../../choices";
import type { NetworkKey } from "../../messages";
import { TierField } from "../people/tier-field";

type Props = { requestId: string; answer: FormResult | undefined };

/** Takes whoever sent the request into the register. */
export function AcceptForm({ requestId, answer, cadence }: Props & { cadence: Record<Tier, number> }) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ tier: string }>({
    id: "accept",
    lastResult: answer?.result,
    defaultValue: { tier: "wide" },
  });
  return (
    <Section title={t("network.join.accept")}>
      <p className="mb-3 text-second text-ink-2">{t("network.join.accept.help")}</p>
      <Form
        form={form}
        labels={{ tier: t("network.person.tier") }}
        requestId={requestId}
        refusal={answer?.refusal}
        warn={false}
      >
        <input type="hidden" name="intent" value="accept" />
        <TierField field={fields.tier} cadence={cadence} />
        <div>
          <SubmitButton icon="user-plus">{t("network.join.accept")}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

/** The number is somebody's already: joins the request to him. */
export function JoinToPersonForm({
  requestId,
  answer,
  holder,
  base,
}: Props & { holder: { id: string; fullName: string }; base: string }) {
  const t = useT<NetworkKey>();
  const [form] = useForm({ id: "join", lastResult: answer?.result });
  return (
    <Section title={t("network.join.accept")}>
      <Notice
        kind="saffron"
        title={t("network.join.known", { name: holder.fullName })}
        action={
          <LinkButton to={`${base}/people/${holder.id}`} size="small">
            {t("network.join.known.see")}
          </LinkButton>
        }
      >
        {t("network.join.known.help")}
      </Notice>
      <div className="mt-3">
        <Form form={form} requestId={requestId} refusal={answer?.refusal} warn={false}>
          <input type="hidden" name="intent" value="join" />
          <div>
            <SubmitButton>{t("network.join.known.join")}</SubmitButton>
          </div>
        </Form>
      </div>
    </Section>
  );
}

/** Declines it, for a reason of the list. */
export function DeclineForm({ requestId, answer }: Props) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ reason: string; note: string }>({
    id: "decline",
    lastResult: answer?.result,
  });
  return (
    <Section title={t("network.join.decline")}>
      <p className="mb-3 text-second text-ink-2">{t("network.join.decline.help")}</p>
      <Form
        form={form}
        labels={{ reason: t("network.join.decline.reason"), note: t("network.join.decline.note") }}
        requestId={requestId}
        refusal={answer?.refusal}
        warn={false}
      >
        <input type="hidden" name="intent" value="decline" />
        <RadioGroup
          field={fields.reason}
          choices={DECLINE_REASONS.map((one) => ({ value: one, label: t(`network.join.declined.${one}`) }))}
        />
        <TextArea field={fields.note} optional rows={2} />
        <div>
          <SubmitButton kind="secondary">{t("network.join.decline")}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
