import { namedPlaces } from "~/areas/divisions/queries.server";
import type { Place } from "~/kernel/actor";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import { resolveName } from "~/lib/written-names/resolve";
import type { Confidence, PartyKind } from "~/lib/written-names/types";
import { officeOf } from "~/lib/written-names/office-of";
import { listKnownParties, listOffices, listOfficesBelow } from "./queries.server";

/** Whom one part of a written name stands for in a place. */
export type ReadParty = {
  written: string;
  kind: PartyKind;
  name: string;
  code: string | null;
  confidence: Confidence;
  office: { id: string; nameFa: string; nameEn: string } | null;
};

export type ReadName = { written: string; parties: ReadParty[]; nearest: string[] };

/** Reads a written name as the minutes of the place would be read. */
export async function readName(db: Db, place: Place, written: string, today: IsoDate): Promise<ReadName> {
  const known = await listKnownParties(db);
  const offices = [
    ...(await listOffices(db, place.id, today)),
    ...(await listOfficesBelow(db, place, today)),
  ];
  const { parties, nearest } = resolveName(
    written,
    known.map(({ nameFa, ...party }) => ({ ...party, canonical: nameFa })),
    await namedPlaces(db, place),
  );
  return {
    written,
    parties: parties.map((party) => {
      const office = party.kind === "body" ? officeOf(party, offices, place.id) : null;
      return {
        written: party.written,
        kind: party.kind,
        name: party.canonical,
        code: party.code,
        confidence: party.confidence,
        office: office ? { id: office.id, nameFa: office.nameFa, nameEn: office.nameEn } : null,
      };
    }),
    nearest: nearest.map((entry) => entry.canonical),
  };
}
