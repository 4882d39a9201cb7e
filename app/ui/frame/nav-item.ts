import type { LucideIcon } from "lucide-react";

/** A place of the navigation. */
export type NavItem = {
  to: string;
  label: string;
  icon: LucideIcon;
  /** How many wait for the reader there; 0 shows nothing. */
  badge?: number;
  /** True where the address must match whole (the desk). */
  end?: boolean;
};

/** Places under one heading; the first group usually has none. */
export type NavGroup = { label?: string; items: NavItem[] };
