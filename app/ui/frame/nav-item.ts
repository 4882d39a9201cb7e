import type { IconName } from "../icons";

/** A place of the navigation. */
export type NavItem = {
  to: string;
  label: string;
  icon: IconName;
  /** How many wait for the reader there; 0 shows nothing. */
  badge?: number;
  /** True where the address must match whole (the desk). */
  end?: boolean;
};

/** Whether the page at the path is this place or inside it. */
export function isCurrent({ to, end }: Pick<NavItem, "to" | "end">, pathname: string): boolean {
  return pathname === to || (!end && pathname.startsWith(`${to}/`));
}

/** Places under one heading; the first group usually has none. */
export type NavGroup = { label?: string; items: NavItem[] };
