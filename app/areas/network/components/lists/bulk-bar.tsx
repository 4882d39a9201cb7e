import { Form } from "@remix-run/react";
import { useRef, useState } from "react";
import { Button } from "~/ui/button";
import { useT } from "~/ui/i18n";
import { useReady } from "~/ui/use-ready";
import { BULK_ACTS } from "../../lists/bulk";
import type { NetworkKey } from "../../messages";

/** The form to which the ticks of the people's table belong. */
export const TICKS_FORM = "ticked-people";

const ICONS = { circle: "circle-plus", tier: "users", call: "phone-call", archive: "inbox" } as const;

/** What can be done with the people ticked in the table above. */
export function BulkBar({ base }: { base: string }) {
  const t = useT<NetworkKey>();
  const ready = useReady();
  const form = useRef<HTMLFormElement>(null);
  const [all, setAll] = useState(false);
  const tickAll = (checked: boolean) => {
    setAll(checked);
    for (const one of form.current?.elements ?? [])
      if (one instanceof HTMLInputElement && one.name === "personIds") one.checked = checked;
  };
  return (
    <Form
      ref={form}
      id={TICKS_FORM}
      method="post"
      action={`${base}/bulk`}
      className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden"
    >
      {ready && (
        <label className="flex min-h-9 items-center gap-2 text-second max-sm:min-h-11">
          <input
            type="checkbox"
            checked={all}
            onChange={(event) => tickAll(event.target.checked)}
            className="size-4.5 accent-teal"
          />
          {t("network.bulk.tick-page")}
        </label>
      )}
      <span className="text-second text-ink-3">{t("network.bulk.ticked")}</span>
      <span className="flex flex-wrap gap-2">
        {BULK_ACTS.map((act) => (
          <Button key={act} type="submit" name="act" value={act} size="small" icon={ICONS[act]}>
            {t(`network.bulk.${act}`)}
          </Button>
        ))}
      </span>
    </Form>
  );
}
