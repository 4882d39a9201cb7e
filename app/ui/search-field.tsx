import { Form } from "@remix-run/react";
import { Button } from "./button";
import { useT } from "./i18n";
import { Icon } from "./icon";
import type { UiKey } from "./messages";

/**
 * Searching: the words travel in the body of a request, since a name is personal and stands in no address. `inAddress`
 * is for lists that hold nobody's name: their state stands in the address like any other.
 */
export function SearchField({
  name = "q",
  defaultValue,
  label,
  autoFocus,
  inAddress = false,
  hidden = {},
}: {
  name?: string;
  defaultValue?: string;
  label: string;
  autoFocus?: boolean;
  inAddress?: boolean;
  /** What else of the list's state stands in its address. */
  hidden?: Readonly<Record<string, string>>;
}) {
  const t = useT<UiKey>();
  return (
    <Form
      method={inAddress ? "get" : "post"}
      role="search"
      className="mb-3 flex max-w-140 items-center gap-2 print:hidden"
    >
      {Object.entries(hidden).map(([one, value]) => (
        <input key={one} type="hidden" name={one} value={value} />
      ))}
      <label className="relative min-w-0 flex-1">
        <span className="sr-only">{label}</span>
        <Icon of="search" className="pointer-events-none absolute inset-y-0 start-3 my-auto text-ink-3" />
        <input
          key={defaultValue}
          type="search"
          name={name}
          defaultValue={defaultValue}
          autoFocus={autoFocus}
          autoComplete="off"
          maxLength={100}
          className="min-h-9 w-full rounded-field border border-edge bg-sheet ps-10 pe-3 text-body max-sm:min-h-11"
        />
      </label>
      <Button>{t("ui.search")}</Button>
    </Form>
  );
}
