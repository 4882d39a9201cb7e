import { useEffect, useRef, useState, type ReactNode } from "react";

/**
 * What may be wider than the page and then scrolls by itself. Only while it does is it a stop of the keyboard, with a
 * name, so that the arrow keys reach what is cut.
 * @param isWide turns the page in print.
 */
export function ScrollRegion({
  label,
  className,
  isWide = false,
  children,
}: {
  label: string;
  className: string;
  isWide?: boolean;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  // What is known to be wide is a stop before the script has measured it, and where none runs.
  const [scrolls, setScrolls] = useState(isWide);
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className={className}
      data-print-wide={isWide || undefined}
      {...(scrolls ? { role: "region", tabIndex: 0, "aria-label": label } : {})}
    >
      {children}
    </div>
  );
}
