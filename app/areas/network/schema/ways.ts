import { z } from "zod";
import { choice, line, revision } from "~/kernel/fields";
import { WAY_STANDINGS, WAYS } from "../people/ways";

const standing = choice(WAY_STANDINGS).default("open");
const handle = line(60).optional();

/** How somebody may be reached: the preferred way, and of each whether he agrees and under which name. */
export const SettleWays = z.object({
  preferred: choice(WAYS).optional(),
  phone: standing,
  sms: standing,
  visit: standing,
  eitaa: standing,
  bale: standing,
  rubika: standing,
  soroush: standing,
  igap: standing,
  eitaaHandle: handle,
  baleHandle: handle,
  rubikaHandle: handle,
  soroushHandle: handle,
  igapHandle: handle,
  /** On his own page: whether he wishes no contact at all. */
  noContact: choice(["no", "yes"])
    .transform((word) => word === "yes")
    .optional(),
  revision,
});
export type SettleWays = z.output<typeof SettleWays>;
