#!/usr/bin/env node
/** `npm run build`: packages, database client and production build, each only if needed. */
import { giveUp } from "./setup/say.mjs";
import { ensureBuild, ensureClient, ensureDependencies, ensureNode } from "./setup/steps.mjs";

try {
  ensureNode();
  await ensureDependencies();
  await ensureClient();
  await ensureBuild();
} catch (error) {
  giveUp(error);
}
