import { z } from "zod";
import { choice } from "~/kernel/fields";
import { LINK_DAYS } from "./choices";

/** An open office of an executive body, as lists and pickers show it. */
export type OfficeRow = {
  divisionId: number;
  id: string;
  organisationId: string;
  organisationCode: string;
  kind: string;
  groupOfFive: string | null;
  nameFa: string;
  nameEn: string;
};

export type GroupRow = {
  code: string;
  nameFa: string;
  nameEn: string;
  /** `offices` every executive body's office in the place; `governorates` of the places below; `vague` until named. */
  kind: "offices" | "governorates" | "vague";
};

export const MakeOfficeLink = z.object({ days: choice(LINK_DAYS) });
export type MakeOfficeLink = z.output<typeof MakeOfficeLink>;

/** A personal link as its place lists it: never the token. */
export type OfficeLinkRow = {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};
