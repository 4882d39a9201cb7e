import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { canSeal } from "~/kernel/sealed.server";
import { todayIn } from "~/lib/jalali";
import type { MapColumns } from "../schema/import";
import { columnFault } from "../people-import/column-fault";
import { countyNames } from "../people-import/county-names.server";
import { LEFT_OUT, type ColumnChoice } from "../people-import/fields";
import { headerKey } from "../people-import/headers";
import { hasLunarDays } from "../people-import/lunar-column.server";
import { lookThrough } from "../people-import/look-through.server";
import { rowComparison } from "../people-import/compare-rows.server";
import { keepFoundRows } from "../people-import/found-rows.server";
import { getImport, getImportFile } from "../queries.server/imports";

function refuseColumns(columns: readonly ColumnChoice[], headers: readonly string[]): void {
  const fault = columnFault(columns, headers);
  const isWithoutKey = columns.includes("national-code") && !canSeal();
  const code = fault ?? (isWithoutKey ? "network.national-code-no-key" : null);
  if (code) throw new Refusal("invalid", code, { field: "columns" });
}

/**
 * Takes what each column means, looks through the whole file by it, and remembers it for the county's next file. Nobody is
 * brought in yet. Refuses `conflict` an import that somebody has started or mapped meanwhile.
 */
export async function mapImportColumns(
  actor: PlacedActor,
  id: string,
  input: MapColumns,
  now = clock(),
): Promise<void> {
  authorize(actor, "prepare", "PeopleImport");
  const divisionId = actor.place.id;
  const { list, bytes } = await within(
    actor,
    async (db) => {
      const list = await getImport(db, divisionId, id);
      if (list.state !== "columns" && list.state !== "checked") {
        throw tooLate("network.import.started-already");
      }
      return { list, bytes: await getImportFile(db, divisionId, id) };
    },
    { readOnly: true },
  );
  refuseColumns(input.columns, list.headers);
  const today = todayIn(now);
  const lunarDays = await hasLunarDays(bytes, list.headerRow, input.columns, today);
  const compared = rowComparison(divisionId);
  const names = await within(actor, (db) => countyNames(db, actor.place, input.columns, { today }), {
    readOnly: true,
  });
  const days = { today, lunarDays, names };
  const { preview, found } = await lookThrough(bytes, list, input.columns, days, (rows, isHurried) =>
    within(actor, (db) => compared(db, rows, isHurried), { readOnly: true }),
  );

  await within(actor, async (db) => {
    const { count } = await db.personImport.updateMany({
      where: { divisionId, id, state: { in: ["columns", "checked"] }, revision: input.revision },
      data: {
        state: "checked",
        columns: input.columns,
        entryState: input.entry,
        lunarDays,
        preview,
        revision: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal("conflict", "network.import.changed-meanwhile");
    await keepFoundRows(db, divisionId, id, found);
    const keys = list.headers.map(headerKey);
    await db.$executeRaw`insert into import_column (division_id, header_key, field)
      select distinct on (key) ${divisionId}::int, key, field
        from unnest(${keys}::text[], ${input.columns}::text[]) with ordinality as given(key, field, place)
        where key <> '' order by key, field = ${LEFT_OUT}, place
      on conflict (division_id, header_key) do update set field = excluded.field`;
    await audit(db, actor, "map", "PeopleImport", id);
  });
}
