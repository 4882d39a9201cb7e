import { useLocale, useT } from "~/ui/i18n";
import { Chip, type ChipLook } from "~/ui/chip";
import type { MeetingsKey } from "../../messages";
import type { Reply } from "../choices";
import type { InvitationRow } from "../queries.server";

const LOOK: Record<Reply | "none", ChipLook> = {
  yes: { icon: "check", tone: "teal" },
  deputy: { icon: "forward", tone: "teal" },
  no: { icon: "x", tone: "neutral" },
  none: { icon: "hourglass", tone: "saffron" },
};

/** What an invitee answered. */
export function ReplyChip({ reply }: { reply: Reply | null }) {
  const t = useT<MeetingsKey>();
  const said = reply ?? "none";
  return (
    <Chip {...LOOK[said]} mirrorIcon={said === "deputy"}>
      {t(`meetings.invited.reply.${said}`)}
    </Chip>
  );
}

type Named = Pick<InvitationRow, "nameFa" | "nameEn">;

/** The name of an invitee in the language of the page. */
export function useInviteeName(): (row: Named) => string {
  const { locale } = useLocale();
  return (row) => (locale === "fa" ? row.nameFa : row.nameEn);
}

/** What stands under an invitee's name: role, organisation, else what he is invited as. */
export function InviteeNote({ row }: { row: Pick<InvitationRow, "roleTitle" | "organisation" | "kind"> }) {
  const t = useT<MeetingsKey>();
  const said = [row.roleTitle, row.organisation].filter((one): one is string => one !== null && one !== "");
  return (
    <bdi>
      {said.length > 0 ? said.join(t("meetings.invited.and")) : t(`meetings.invited.kind.${row.kind}`)}
    </bdi>
  );
}
