import { rules as bodies } from "~/areas/bodies/ability";
import { rules as catalogues } from "~/areas/catalogues/ability";
import { rules as councils } from "~/areas/councils/ability";
import { rules as demands } from "~/areas/demands/ability";
import { rules as divisions } from "~/areas/divisions/ability";
import { rules as exported } from "~/areas/exports/ability";
import { rules as handover } from "~/areas/handover/ability";
import { rules as identity } from "~/areas/identity/ability";
import { rules as meetings } from "~/areas/meetings/ability";
import { rules as network } from "~/areas/network/ability";
import { rules as notifications } from "~/areas/notifications/ability";
import { rules as obligations } from "~/areas/obligations/ability";
import { rules as obstacles } from "~/areas/obstacles/ability";
import { rules as officers } from "~/areas/officers/ability";
import { rules as posts } from "~/areas/posts/ability";
import { rules as reports } from "~/areas/reports/ability";
import { rules as visits } from "~/areas/visits/ability";
import type { AreaRules } from "~/kernel/authorize";

/** The rules of every area that has any: an area's `ability.ts` counts from the moment it stands here. */
export const areaRules: readonly AreaRules[] = [
  bodies,
  catalogues,
  councils,
  demands,
  divisions,
  exported,
  handover,
  identity,
  meetings,
  network,
  notifications,
  obligations,
  obstacles,
  officers,
  posts,
  reports,
  visits,
];
