import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addDays } from "~/lib/jalali";
import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";

/** A white page, as small as a PDF may be. */
const PAGE =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/** Files of the first few of a county's people: what they handed in. Their content is written beside the database. */
export function makeFiles(
  country: Country,
  chance: Chance,
  county: number,
  plan: Plan,
  by: { key: string; name: string },
): void {
  const people = (country.rows.get("person") ?? []).filter((row) => row.division_id === county);
  for (const [n, title] of ["فرم امضاشده رضایت", "گواهی دوره امدادگری"].entries()) {
    const at = instantOf(addDays(plan.today, -12 - n));
    const id = chance.id(at);
    country.add("person_file", {
      division_id: county,
      id,
      person_id: people[n]?.id ?? null,
      title,
      file_name: "scan.pdf",
      file_type: "application/pdf",
      file_size: PAGE.length,
      content_hash: createHash("sha256").update(PAGE).digest("hex"),
      added_at: at,
      added_by_key: by.key,
      added_by_name: by.name,
    });
    if (!process.env.DATA_DIR) continue;
    const folder = path.resolve(process.env.DATA_DIR, "files", "own", id.slice(-2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, id), PAGE);
  }
}
