import { classNames } from "./class-names";

/** The mark: two links of one bond. Never mirrored. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 16"
      width="24"
      height="16"
      fill="none"
      aria-hidden
      className={classNames("text-teal", className)}
    >
      <rect x="1.5" y="2" width="14" height="12" rx="6" stroke="currentColor" strokeWidth="2.6" />
      <rect x="8.5" y="2" width="14" height="12" rx="6" stroke="currentColor" strokeWidth="2.6" />
      <rect x="5.6" y="6" width="6" height="4" rx="2" fill="currentColor" opacity="0.35" />
      <rect x="12.4" y="6" width="6" height="4" rx="2" fill="currentColor" opacity="0.35" />
    </svg>
  );
}
