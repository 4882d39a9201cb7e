import type { FormResult } from "~/kernel/http.server";
import { Button } from "~/ui/button";
import { CopyLine } from "~/ui/copy-line";
import { PressForm } from "~/ui/form/press-form";
import { QrCode } from "~/ui/qr-code";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";

/** The personal link of one invitation, to be handed on; another may be made in its stead. */
export function PersonalLink({
  link,
  turn,
  number,
  requestId,
  isDraft,
  answer,
}: {
  link: { address: string; qr: { size: number; path: string } };
  turn: number;
  number: number;
  requestId: string;
  isDraft: boolean;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  return (
    <div className="flex flex-col gap-3">
      <p className="text-second text-ink-2">
        {t(isDraft ? "meetings.invited.link.draft" : "meetings.invited.link.help")}
      </p>
      <CopyLine text={link.address} label={t("meetings.invited.link")} />
      <div className="w-36">
        <QrCode {...link.qr} label={t("meetings.letter.qr", { number })} />
      </div>
      <PressForm id="renew" answer={answer} requestId={requestId}>
        <input type="hidden" name="turn" value={turn} />
        <Button name="do" value="renew" icon="rotate-ccw" kind="quiet">
          {t("meetings.invited.link.renew")}
        </Button>
        <p className="mt-1 text-meta text-ink-3">{t("meetings.invited.link.renew.help")}</p>
      </PressForm>
    </div>
  );
}
