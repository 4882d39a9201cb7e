import type { ComponentPropsWithoutRef } from "react";

/**
 * A link to a page of the application: a plain anchor, which `usePageLinks` follows without loading a new document.
 * A list has a hundred of them, and an anchor that resolves and listens for itself is the dearest thing of a row.
 * @param to an address from the root (`/28005/demands`), or only its search (`?view=name`).
 * @param keepScroll the page stays where it is scrolled to: tabs, filters, panels.
 * @param asDocument a plain request of the browser: files, and what changes the whole document.
 */
export function Link({
  to,
  keepScroll,
  asDocument,
  ...rest
}: {
  to: string;
  keepScroll?: boolean;
  asDocument?: boolean;
} & Omit<ComponentPropsWithoutRef<"a">, "href">) {
  return (
    <a
      {...rest}
      href={to}
      data-scroll={keepScroll ? "keep" : undefined}
      data-document={asDocument ? "" : undefined}
    />
  );
}
