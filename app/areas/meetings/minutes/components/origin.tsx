import { createContext, useContext, useMemo, useState, type ReactNode } from "react";

type Shown = { key: string; label: string } | null;

const ShownOrigin = createContext<Shown>(null);
const ShowOrigin = createContext<(shown: Shown) => void>(() => {});

/** Holds which field's place in the source is shown. */
export function OriginProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown>(null);
  return (
    <ShowOrigin.Provider value={setShown}>
      <ShownOrigin.Provider value={shown}>{children}</ShownOrigin.Provider>
    </ShowOrigin.Provider>
  );
}

/** The field whose place is shown now, or null. */
export const useShownOrigin = () => useContext(ShownOrigin);

/**
 * A field that shows where it was read: while the pointer is over it or the focus is in it, its place is marked in the
 * source. `label` is said there in words.
 */
export function Origin({ of, label, children }: { of: string; label: string; children: ReactNode }) {
  const show = useContext(ShowOrigin);
  const handlers = useMemo(
    () => ({
      onMouseEnter: () => show({ key: of, label }),
      onMouseLeave: () => show(null),
      onFocus: () => show({ key: of, label }),
      onBlur: () => show(null),
    }),
    [of, label, show],
  );
  return <div {...handlers}>{children}</div>;
}
