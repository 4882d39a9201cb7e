import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Sheet } from "~/ui/sheet";
import { formatMobile } from "~/lib/identifiers";
import type { NetworkKey } from "../../messages";
import type { Twin } from "../../queries.server/pairs";
import { TwinReasons } from "./twin-reasons";

/** Records like the one about to be saved, each beside what it shares, with the ways on. Stands inside the form. */
export function TwinWarning({ twins, base }: { twins: readonly Twin[]; base: string }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <Notice kind="saffron" title={t("network.twins.title")} live>
      <ul className="mt-2 space-y-3">
        {twins.map((twin) => (
          <li key={twin.id}>
            <input type="hidden" name="apartFrom" value={twin.id} />
            <Sheet>
              <Link
                to={`${base}/people/${twin.id}`}
                className="inline-flex min-h-9 items-center text-body font-semibold text-teal underline underline-offset-4"
              >
                {twin.fullName}
              </Link>
              <TwinReasons reasons={twin.reasons} />
              <Facts
                facts={[
                  {
                    label: t("network.person.mobile"),
                    value: twin.mobile && <Code>{formatMobile(twin.mobile, locale)}</Code>,
                  },
                  { label: t("network.person.locality"), value: twin.locality },
                ]}
              />
              <div className="mt-2">
                <Button name="twins" value={`he:${twin.id}`} size="small">
                  {t("network.twins.he")}
                </Button>
              </div>
            </Sheet>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button name="twins" value="apart">
          {t("network.twins.apart")}
        </Button>
        <Button name="twins" value="anyway">
          {t("network.twins.anyway")}
        </Button>
      </div>
    </Notice>
  );
}
