import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { CHANNELS, RHYTHMS, TOPICS, WISHES, type Channel, type Topic } from "../choices";
import type { NotificationKey } from "../messages";
import type { WishesPage } from "../wishes.server";

type Fields = Record<`${Topic}-${Channel}` | "email" | "digest", string>;

/** Says of each topic by which way it reaches somebody outside of the pages, and how. */
export function WishesForm({ settled, answer }: { settled: WishesPage; answer: FormResult | undefined }) {
  const t = useT<NotificationKey>();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { email: settled.email ?? "", digest: settled.digest, ...settled.wishes },
  });
  const labels: Record<string, string> = {
    email: t("notifications.wishes.email"),
    digest: t("notifications.wishes.digest"),
    ...Object.fromEntries(
      TOPICS.flatMap((topic) =>
        CHANNELS.map((channel) => [`${topic}-${channel}`, t(`notifications.channel.${channel}`)]),
      ),
    ),
  };
  const options = WISHES.map((wish) => ({ value: wish, label: t(`notifications.wishes.choice.${wish}`) }));
  return (
    <Form form={form} labels={labels} refusal={answer?.refusal}>
      <TextField
        field={fields.email}
        help={t("notifications.wishes.email.help")}
        type="email"
        autoComplete="email"
        optional
        maxLength={200}
      />
      <Select
        field={fields.digest}
        options={RHYTHMS.map((rhythm) => ({
          value: rhythm,
          label: t(`notifications.wishes.digest.${rhythm}`),
        }))}
      />
      {TOPICS.map((topic) => (
        <Section key={topic} bare title={t(`notifications.topic.${topic}`)}>
          <div className="grid grid-cols-2 gap-4">
            {CHANNELS.map((channel) => (
              <Select key={channel} field={fields[`${topic}-${channel}`]} options={options} />
            ))}
          </div>
        </Section>
      ))}
      <FormActions>
        <SubmitButton>{t("notifications.wishes.do")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
