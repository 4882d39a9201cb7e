import { isIPv4, isIPv6 } from "node:net";

/** The eight groups of an IPv6 address, as numbers. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...gap, ...right].map((group) => Number.parseInt(group || "0", 16));
}

/**
 * The network by which tries from an address are counted. "near" is what one line has (an IPv4 address, 64 bits of
 * IPv6), "wide" what one subscriber may move about in (24 bits of IPv4, 48 of IPv6). A mapped IPv4 address counts as
 * IPv4; whatever is no address belongs to one network called "unknown".
 */
export function networkOf(address: string, width: "near" | "wide"): string {
  const bare = address.trim().split("%")[0] ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  if (isIPv4(mapped)) return width === "near" ? mapped : `${mapped.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(mapped)) return "unknown";
  const groups = groupsOf(mapped).slice(0, width === "near" ? 4 : 3);
  return `${groups.map((group) => group.toString(16)).join(":")}::/${groups.length * 16}`;
}
