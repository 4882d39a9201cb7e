import { useLocale } from "./i18n";
import { localDigits } from "./numbers";

/**
 * A code, letter number, typed date or telephone number: isolated, so that its halves never change places,
 * and in the digits of the locale.
 * @param children the code as it is kept (Latin digits).
 * @param asWritten leaves the digits as they are.
 */
export function Code({ children, asWritten = false }: { children: string; asWritten?: boolean }) {
  const { locale } = useLocale();
  return (
    <bdi dir="ltr" className="whitespace-nowrap">
      {asWritten ? children : localDigits(children, locale)}
    </bdi>
  );
}
