import { useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import type { NetworkKey } from "../../messages";

const EVERY_MS = 1000;

/** What is left of a look as its page stands open; when nothing is, the page goes back to the desk, which says why. */
function useTimeLeft(secondsLeft: number, glass: string): number {
  const navigate = useNavigate();
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    // By the clock and not by ticks: a page that slept wakes up knowing what has gone by.
    const ends = Date.now() + secondsLeft * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      navigate(`${glass}?closed`, { replace: true });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [secondsLeft, glass, navigate]);
  return left;
}

/**
 * Stands over every page of a look: whose people these are, how long it lasts, and that all of it is written down. At the
 * end of the look nobody's name is left standing on the screen.
 */
export function GlassBanner({
  county,
  secondsLeft,
  glass,
}: {
  county: { nameFa: string; nameEn: string };
  secondsLeft: number;
  /** Address of the desk of looks. */
  glass: string;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? county.nameFa : county.nameEn;
  const minutes = Math.ceil(useTimeLeft(secondsLeft, glass) / 60);
  return (
    <div className="mb-4">
      <Notice kind="saffron" icon="eye" title={t("network.glass.banner", { county: name, minutes })}>
        {t("network.glass.banner.text")}
      </Notice>
    </div>
  );
}
