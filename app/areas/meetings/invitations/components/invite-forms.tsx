import { useForm } from "@conform-to/react";
import { OfficePicker } from "~/areas/bodies/components/office-picker";
import type { FormResult } from "~/kernel/http.server";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { MobileField } from "~/ui/form/mobile-field";
import { PressForm } from "~/ui/form/press-form";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { PARTICIPANTS } from "../../choices";
import type { MeetingsKey } from "../../messages";

/** The ways to invite, as forms name them. */
export const WAYS_TO_INVITE = ["council", "offices", "group", "posts", "people", "guest"] as const;
export type WayToInvite = (typeof WAYS_TO_INVITE)[number];

type Named = { id: string; nameFa: string; nameEn: string };
export type InviteChoices = {
  /** Whose session it is. */
  council: Pick<Named, "nameFa" | "nameEn"> | null;
  offices: readonly Named[];
  groups: readonly { code: string; nameFa: string; nameEn: string }[];
  posts: readonly { id: string; titleFa: string; titleEn: string; holder: string | null }[];
  lists: readonly { id: string; name: string }[];
  circles: readonly { id: string; name: string }[];
};

type Props = { requestId: string; answer: FormResult | undefined };

function InviteCouncilForm({ requestId, answer }: Props) {
  const t = useT<MeetingsKey>();
  return (
    <PressForm id="council" answer={answer} requestId={requestId}>
      <p className="mb-3 text-second text-ink-2">{t("meetings.invite.council.help")}</p>
      <div>
        <Button name="do" value="council" kind="primary" icon="users">
          {t("meetings.invite.council.do")}
        </Button>
      </div>
    </PressForm>
  );
}

function InviteOfficesForm({ offices, requestId, answer }: Props & Pick<InviteChoices, "offices">) {
  const t = useT<MeetingsKey>();
  const [form, fields] = useForm<{ officeIds: string[] }>({ id: "offices", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ officeIds: t("meetings.invite.offices") }}
      requestId={requestId}
      refusal={answer?.refusal}
    >
      <input type="hidden" name="do" value="offices" />
      <OfficePicker field={fields.officeIds} offices={offices} />
      <div>
        <SubmitButton>{t("meetings.invite.offices.do")}</SubmitButton>
      </div>
    </Form>
  );
}

function InviteGroupForm({ groups, requestId, answer }: Props & Pick<InviteChoices, "groups">) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ group: string }>({ id: "group", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ group: t("meetings.invite.group") }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="do" value="group" />
      <Select
        field={fields.group}
        empty={t("meetings.invite.group.choose")}
        options={groups.map((group) => ({
          value: group.code,
          label: locale === "fa" ? group.nameFa : group.nameEn,
        }))}
      />
      <div>
        <SubmitButton kind="secondary">{t("meetings.invite.group.do")}</SubmitButton>
      </div>
    </Form>
  );
}

function InvitePostsForm({ posts, requestId, answer }: Props & Pick<InviteChoices, "posts">) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ postIds: string[] }>({ id: "posts", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ postIds: t("meetings.invite.posts") }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="do" value="posts" />
      <div tabIndex={0} className="max-h-72 overflow-y-auto rounded-field border border-line-2 p-3">
        <CheckboxGroup
          field={fields.postIds}
          choices={posts.map((post) => {
            const title = locale === "fa" ? post.titleFa : post.titleEn;
            return {
              value: post.id,
              label: post.holder === null ? t("meetings.invite.posts.vacant", { title }) : title,
              ...(post.holder === null ? {} : { hint: post.holder }),
            };
          })}
        />
      </div>
      <div>
        <SubmitButton kind="secondary">{t("meetings.invite.posts.do")}</SubmitButton>
      </div>
    </Form>
  );
}

function InvitePeopleForm({
  lists,
  circles,
  requestId,
  answer,
}: Props & Pick<InviteChoices, "lists" | "circles">) {
  const t = useT<MeetingsKey>();
  const [form, fields] = useForm<{ source: string }>({ id: "people", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ source: t("meetings.invite.people.source") }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="do" value="people" />
      <Select
        field={fields.source}
        help={t("meetings.invite.people.help")}
        empty={t("meetings.invite.people.choose")}
        options={[
          ...lists.map(({ id, name }) => ({
            value: `list:${id}`,
            label: name,
            group: t("meetings.invite.lists"),
          })),
          ...circles.map(({ id, name }) => ({
            value: `circle:${id}`,
            label: name,
            group: t("meetings.invite.circles"),
          })),
        ]}
      />
      <div>
        <SubmitButton kind="secondary">{t("meetings.invite.people.do")}</SubmitButton>
      </div>
    </Form>
  );
}

type GuestFields = Record<"name" | "roleTitle" | "organisation" | "mobile" | "participants", string>;

function InviteGuestForm({ requestId, answer }: Props) {
  const t = useT<MeetingsKey>();
  const [form, fields] = useForm<GuestFields>({
    id: "guest",
    lastResult: answer?.result,
    defaultValue: { participants: "bodies" },
  });
  return (
    <Form
      form={form}
      labels={{
        name: t("meetings.invite.guest.name"),
        roleTitle: t("meetings.invite.guest.role"),
        organisation: t("meetings.invite.guest.organisation"),
        mobile: t("meetings.invite.guest.mobile"),
        participants: t("meetings.invite.guest.class"),
      }}
      requestId={requestId}
      refusal={answer?.refusal}
    >
      <input type="hidden" name="do" value="guest" />
      <TextField field={fields.name} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField field={fields.roleTitle} optional />
        <TextField field={fields.organisation} optional />
        <MobileField field={fields.mobile} optional />
        <Select
          field={fields.participants}
          options={PARTICIPANTS.map((one) => ({ value: one, label: t(`meetings.class.${one}`) }))}
        />
      </div>
      <div>
        <SubmitButton kind="secondary">{t("meetings.invite.guest.do")}</SubmitButton>
      </div>
    </Form>
  );
}

/** All ways to invite, each a form of its own; the answer belongs to the one that was sent. */
export function InviteForms({
  choices,
  requestId,
  answer,
}: {
  choices: InviteChoices;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const of = (way: WayToInvite): Props => ({
    requestId,
    answer: answer?.result.initialValue?.do === way ? answer : undefined,
  });
  const { locale } = useLocale();
  const { council } = choices;
  return (
    <div className="max-w-180">
      {council && (
        <Section
          title={t("meetings.invite.council", { council: locale === "fa" ? council.nameFa : council.nameEn })}
        >
          <InviteCouncilForm {...of("council")} />
        </Section>
      )}
      <Section title={t("meetings.invite.offices")}>
        <InviteOfficesForm {...of("offices")} offices={choices.offices} />
      </Section>
      {choices.groups.length > 0 && (
        <Section title={t("meetings.invite.group")}>
          <InviteGroupForm {...of("group")} groups={choices.groups} />
        </Section>
      )}
      <Section title={t("meetings.invite.posts")}>
        <InvitePostsForm {...of("posts")} posts={choices.posts} />
      </Section>
      {choices.lists.length + choices.circles.length > 0 && (
        <Section title={t("meetings.invite.people")}>
          <InvitePeopleForm {...of("people")} lists={choices.lists} circles={choices.circles} />
        </Section>
      )}
      <Section title={t("meetings.invite.guest")}>
        <InviteGuestForm {...of("guest")} />
      </Section>
    </div>
  );
}
