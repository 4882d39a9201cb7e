import { expect, test } from "vitest";
import { networkOf } from "./address-prefix.server";

test.each([
  ["10.1.2.3", "10.1.2.3", "10.1.2.0/24"],
  ["::ffff:10.1.2.3", "10.1.2.3", "10.1.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48"],
  ["2001:DB8::1", "2001:db8:0:0::/64", "2001:db8:0::/48"],
  ["fe80::1%eth0", "fe80:0:0:0::/64", "fe80:0:0::/48"],
  ["::1", "0:0:0:0::/64", "0:0:0::/48"],
  ["1.2.3.4, 5.6.7.8", "unknown", "unknown"],
  ["", "unknown", "unknown"],
])("%s is of the networks %s and %s", (address, near, wide) => {
  expect([networkOf(address, "near"), networkOf(address, "wide")]).toEqual([near, wide]);
});
