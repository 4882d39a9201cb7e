import type { ReactNode } from "react";
import { BrandMark } from "./brand";
import { Button } from "./button";
import { QrCode } from "./qr-code";

/** Prints this part of the page without the rest. */
function printPoster() {
  const { dataset } = document.documentElement;
  dataset.printing = "alone";
  window.addEventListener("afterprint", () => delete dataset.printing, { once: true });
  window.print();
}

/** A page for the wall that leads to a public form: its code, its address in letters, and what is done with what one writes there. */
export function Poster({
  qr,
  qrLabel,
  address,
  place,
  title,
  name,
  how,
  or,
  promise,
  until,
  print,
}: {
  qr: { size: number; path: string };
  qrLabel: string;
  address: string;
  place: string;
  title: string;
  name: ReactNode;
  how: string;
  or: string;
  promise: string;
  until: string;
  /** The word on the button that prints it. */
  print: string;
}) {
  return (
    <div data-print-alone>
      <div className="mx-auto flex max-w-120 flex-col items-center gap-4 rounded-card border border-line-2 bg-sheet p-6 text-center print:max-w-none print:gap-5 print:border-0 print:p-0">
        <p className="flex items-center gap-2 text-item text-ink-2">
          <BrandMark />
          <span>{place}</span>
        </p>
        <h2 className="text-title-phone print:text-[30pt] print:leading-normal">{title}</h2>
        {name !== null && <div className="text-section text-ink-2 print:text-[18pt]">{name}</div>}
        <div className="w-full max-w-72 print:max-w-[110mm]">
          <QrCode {...qr} label={qrLabel} />
        </div>
        <p className="text-item print:text-[15pt]">{how}</p>
        <p className="text-second text-ink-2">
          {or}
          <span className="mt-1 block break-all text-item text-ink">
            <bdi dir="ltr">{address}</bdi>
          </span>
        </p>
        <p className="text-second text-ink-2">{promise}</p>
        <p className="text-meta text-ink-3">{until}</p>
      </div>
      <p className="mt-4 text-center print:hidden">
        <Button type="button" icon="printer" onClick={printPoster}>
          {print}
        </Button>
      </p>
    </div>
  );
}
