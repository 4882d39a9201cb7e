import { Button } from "~/ui/button";
import { isolate } from "~/lib/numbers";
import { Code } from "~/ui/code";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { DemandKey } from "../messages";

/** Prints this part of the page without the rest; the browser's own command still prints the whole. */
function printSlip() {
  const { dataset } = document.documentElement;
  dataset.printing = "alone";
  window.addEventListener("afterprint", () => delete dataset.printing, { once: true });
  window.print();
}

/** The code that the citizen takes home, large enough to copy by hand, and where it is good. */
export function Slip({ trackingCode, address }: { trackingCode: string; address: string }) {
  const t = useT<DemandKey>();
  return (
    <div data-print-alone>
      <Section title={t("demands.tracking.slip")} level={3}>
        <p className="text-row-figure font-bold">
          <Code>{trackingCode}</Code>
        </p>
        <p className="mb-2 text-second text-ink-3">
          {t("demands.tracking.how", { address: isolate(address) })}
        </p>
        <span className="print:hidden">
          <Button type="button" size="small" icon="printer" onClick={printSlip}>
            {t("demands.tracking.print")}
          </Button>
        </span>
      </Section>
    </div>
  );
}
