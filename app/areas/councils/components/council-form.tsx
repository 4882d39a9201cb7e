import { useForm } from "@conform-to/react";
import type { z } from "zod";
import { GROUPS_OF_FIVE } from "~/areas/bodies/choices";
import type { FormResult } from "~/kernel/http.server";
import { Checkbox } from "~/ui/form/checkbox";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Section } from "~/ui/section";
import { COUNCIL_KINDS, QUORUM_KINDS } from "../choices";
import { councilTexts, leastOf, typedDays } from "../form-texts";
import type { CouncilsKey, FiveKey } from "../messages";
import type { Council } from "../queries.server";
import type { FoundCouncil } from "../schema";

type Fields = Record<keyof z.input<typeof FoundCouncil>, string>;
type Named = { id: string; nameFa: string; nameEn: string };
export type CouncilChoices = {
  posts: readonly { id: string; titleFa: string; titleEn: string }[];
  /** Standing councils of the place: a committee belongs to one. */
  councils: readonly Named[];
};

/** Founds a council, or edits one when `council` is given. `parentId` is the council that a new committee belongs to. */
export function CouncilForm({
  council,
  parentId,
  posts,
  councils,
  requestId,
  answer,
  back,
}: CouncilChoices & {
  council?: Council;
  parentId?: string | undefined;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<CouncilsKey | FiveKey | UiKey>();
  const { locale } = useLocale();
  const titled = (post: { titleFa: string; titleEn: string }) =>
    locale === "fa" ? post.titleFa : post.titleEn;
  const named = (one: Named) => (locale === "fa" ? one.nameFa : one.nameEn);
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: council
      ? typedDays(councilTexts(council), locale)
      : {
          kind: parentId ? "committee" : "council",
          parentId: parentId ?? "",
          quorumKind: "half",
          firstNumber: "1",
        },
  });
  const labels: Record<string, string> = {
    nameFa: t("councils.name-fa"),
    nameEn: t("councils.name-en"),
    kind: t("councils.kind"),
    parentId: t("councils.parent"),
    basis: t("councils.basis"),
    duties: t("councils.duties"),
    chairPostId: t("councils.chair-post"),
    secretaryPostId: t("councils.secretary-post"),
    ...Object.fromEntries(
      GROUPS_OF_FIVE.map((five) => [leastOf(five), t("councils.least", { five: t(`bodies.five.${five}`) })]),
    ),
    leastMembers: t("councils.least-members"),
    mostMembers: t("councils.most-members"),
    quorumKind: t("councils.quorum"),
    quorumCount: t("councils.quorum-count"),
    firstNumber: t("councils.first-number"),
    invitesPr: t("councils.invites-pr"),
    foundedOn: t("councils.founded-on"),
  };
  const { refusal } = answer ?? {};
  const postWord = (saved: string) => {
    const post = posts.find(({ id }) => id === saved);
    return post && titled(post);
  };
  const theirs = theirTextsOf(refusal?.theirs && typedDays(refusal.theirs, locale), labels, {
    words: {
      kind: (saved) => wordOf(COUNCIL_KINDS, saved, (kind) => t(`councils.kind.${kind}`)),
      quorumKind: (saved) => wordOf(QUORUM_KINDS, saved, (kind) => t(`councils.quorum.${kind}`)),
      parentId: (saved) => {
        const parent = councils.find(({ id }) => id === saved);
        return parent && named(parent);
      },
      chairPostId: postWord,
      secretaryPostId: postWord,
      invitesPr: () => t("councils.invites-pr.help"),
    },
  });
  const postOptions = posts.map((post) => ({ value: post.id, label: titled(post) }));
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={council?.revision}
        refusal={refusal}
        theirs={theirs}
      >
        <TextField field={fields.nameFa} autoFocus={!council} />
        <TextField field={fields.nameEn} optional help={t("councils.name-en.help")} />
        <RadioGroup
          field={fields.kind}
          row
          choices={COUNCIL_KINDS.map((kind) => ({ value: kind, label: t(`councils.kind.${kind}`) }))}
        />
        {councils.length > 0 && (
          <Select
            field={fields.parentId}
            optional
            width="medium"
            help={t("councils.parent.help")}
            empty={t("councils.parent.none")}
            options={councils.map((one) => ({ value: one.id, label: named(one) }))}
          />
        )}
        <TextArea field={fields.basis} optional rows={2} maxLength={600} help={t("councils.basis.help")} />
        <DateField field={fields.foundedOn} optional />
        <Select
          field={fields.chairPostId}
          optional
          width="medium"
          help={t("councils.chair-post.help")}
          empty={t("councils.post.none")}
          options={postOptions}
        />
        <Select
          field={fields.secretaryPostId}
          optional
          width="medium"
          empty={t("councils.post.none")}
          options={postOptions}
        />
        <TextArea field={fields.duties} optional rows={5} maxLength={6000} />
        <Section title={t("councils.composition")} note={t("councils.least.help")}>
          <div className="flex flex-col gap-4">
            {GROUPS_OF_FIVE.map((five) => (
              <TextField key={five} field={fields[leastOf(five)]} optional digits width="short" />
            ))}
            <TextField field={fields.leastMembers} optional digits width="short" />
            <TextField field={fields.mostMembers} optional digits width="short" />
          </div>
        </Section>
        <Section title={t("councils.quorum")}>
          <div className="flex flex-col gap-4">
            <RadioGroup
              field={fields.quorumKind}
              choices={QUORUM_KINDS.map((kind) => ({ value: kind, label: t(`councils.quorum.${kind}`) }))}
            />
            <TextField field={fields.quorumCount} optional digits width="short" />
          </div>
        </Section>
        <Section title={t("councils.next-session")}>
          <div className="flex flex-col gap-4">
            <TextField
              field={fields.firstNumber}
              digits
              width="short"
              help={t("councils.first-number.help")}
            />
            <Checkbox field={fields.invitesPr} help={t("councils.invites-pr.help")} />
          </div>
        </Section>
        <FormActions>
          <SubmitButton>{t(council ? "councils.save" : "councils.found")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
