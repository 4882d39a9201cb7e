import type { Row } from "./row";
import { createCommand } from "./rows/create-command";
import { deskPage } from "./rows/desk-page";
import { ledgerBody } from "./rows/ledger-body";
import { ledgerFanout } from "./rows/ledger-fanout";
import { listBusy } from "./rows/list-busy";
import { listPage } from "./rows/list-page";
import { meetingsImport } from "./rows/meetings-import";
import { memoryApp } from "./rows/memory-app";
import { listDeep, networkList, networkSearch } from "./rows/network";
import { networkImport } from "./rows/network-import";
import { queueBull, queueEmbedded } from "./rows/queue";
import { scriptDesk } from "./rows/script-desk";
import { startSecond } from "./rows/start-second";
import { tenancyCost } from "./rows/tenancy-cost";

/** Every row, in the order in which they run. */
export const rows: readonly Row[] = [
  deskPage,
  listPage,
  createCommand,
  tenancyCost,
  queueEmbedded,
  queueBull,
  meetingsImport,
  ledgerBody,
  ledgerFanout,
  networkList,
  listDeep,
  networkSearch,
  networkImport,
  listBusy,
  startSecond,
  memoryApp,
  scriptDesk,
];
