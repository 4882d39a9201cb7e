import { useLocale } from "~/ui/i18n";
import { Num } from "~/ui/num";

/** What an indicator aims at, in its unit. */
export function TargetText({ of }: { of: { target: number | null; unitFa: string; unitEn: string } }) {
  const { locale } = useLocale();
  return (
    <>
      <Num value={of.target ?? 0} /> {locale === "fa" ? of.unitFa : of.unitEn}
    </>
  );
}
