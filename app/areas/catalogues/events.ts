import { event } from "~/kernel/event";

/** An entry of a catalogue was added, worded otherwise, retired or taken back into use. */
export const CatalogueKept = event<{ divisionId: number; kind: string }>("CatalogueKept");
