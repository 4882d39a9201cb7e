import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { Tier } from "../../choices";
import type { NetworkKey } from "../../messages";
import { TierField } from "../people/tier-field";

type Props = { requestId: string; answer: FormResult | undefined };

/**
 * Takes him into the register of this county. Where the answer says that somebody here has his number, the form joins him
 * to that record instead.
 */
export function AcceptRelocationForm({
  requestId,
  answer,
  cadence,
  base,
}: Props & { cadence: Record<Tier, number>; base: string }) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ tier: string }>({
    id: "accept",
    lastResult: answer?.result,
    defaultValue: { tier: "wide" },
  });
  const { personId, name } =
    answer?.refusal?.code === "network.relocation.number-known" ? (answer.refusal.params ?? {}) : {};
  const holder = personId === undefined ? null : { id: String(personId), name: String(name) };
  return (
    <Section title={t("network.relocation.accept")}>
      {holder ? (
        <div className="mb-4">
          <Notice
            kind="saffron"
            live
            title={t("network.relocation.join.title", { name: holder.name })}
            action={
              <LinkButton to={`${base}/people/${holder.id}`} size="small">
                {t("network.person.see-holder")}
              </LinkButton>
            }
          >
            {t("network.relocation.join.help")}
          </Notice>
        </div>
      ) : (
        <p className="mb-3 text-second text-ink-2">{t("network.relocation.accept.help")}</p>
      )}
      <Form
        form={form}
        labels={{ tier: t("network.person.tier") }}
        requestId={requestId}
        refusal={holder ? undefined : answer?.refusal}
        warn={false}
      >
        <input type="hidden" name="intent" value={holder ? "join" : "accept"} />
        {holder ? (
          <input type="hidden" name="tier" value="wide" />
        ) : (
          <TierField field={fields.tier} cadence={cadence} />
        )}
        <div>
          <SubmitButton icon="user-plus">
            {holder ? t("network.relocation.join", { name: holder.name }) : t("network.relocation.accept")}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

/** Says no, and why. */
export function DeclineRelocationForm({ requestId, answer }: Props) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ note: string }>({ id: "decline", lastResult: answer?.result });
  return (
    <Section title={t("network.relocation.decline")}>
      <p className="mb-3 text-second text-ink-2">{t("network.relocation.decline.help")}</p>
      <Form
        form={form}
        labels={{ note: t("network.relocation.decline.note") }}
        requestId={requestId}
        refusal={answer?.refusal}
        warn={false}
      >
        <input type="hidden" name="intent" value="decline" />
        <TextArea field={fields.note} rows={2} help={t("network.relocation.decline.note.help")} />
        <div>
          <SubmitButton kind="secondary">{t("network.relocation.decline")}</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

/** Takes the offer back. */
export function WithdrawRelocationForm({ requestId, answer }: Props) {
  const t = useT<NetworkKey>();
  const [form] = useForm({ id: "withdraw", lastResult: answer?.result });
  return (
    <Form form={form} requestId={requestId} refusal={answer?.refusal} warn={false}>
      <input type="hidden" name="intent" value="withdraw" />
      <div>
        <SubmitButton kind="secondary" icon="rotate-ccw">
          {t("network.relocation.withdraw")}
        </SubmitButton>
      </div>
    </Form>
  );
}
