import type { Row } from "./row";
import { meetingsImport } from "./rows/meetings-import";
import { queueBull, queueEmbedded } from "./rows/queue";
import { tenancyCost } from "./rows/tenancy-cost";

/** Every row, in the order in which they run. */
export const rows: readonly Row[] = [meetingsImport, tenancyCost, queueEmbedded, queueBull];
