import { classNames } from "./class-names";

/** The mark: two links of one bond. Never mirrored. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 30 16"
      width="26"
      height="14"
      fill="none"
      aria-hidden
      strokeWidth="3"
      className={classNames("shrink-0 text-teal", className)}
    >
      <rect x="10.5" y="2" width="18" height="12" rx="6" className="stroke-data-3" />
      <rect x="1.5" y="2" width="18" height="12" rx="6" stroke="currentColor" />
      {/* The second link passes over the first where they cross below. */}
      <path d="M16.5 14 H22" className="stroke-data-3" />
    </svg>
  );
}
