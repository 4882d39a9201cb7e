/** Draws `app/ui/icons.svg` from the list of names in `app/ui/icons.ts`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iconSheet } from "./icon-sheet";

writeFileSync(fileURLToPath(new URL("../app/ui/icons.svg", import.meta.url)), iconSheet());
