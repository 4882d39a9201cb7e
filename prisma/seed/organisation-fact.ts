export type OfficeLevel = "province" | "county";

/** The five groups from which members of the provincial steering council are chosen (letter 504956 of 1398/09/09). */
export type GroupOfFive =
  | "science-culture-education"
  | "public-social-judicial"
  | "companies-banks-insurance"
  | "infrastructure-production"
  | "support-health";

export type OrganisationKind =
  | "executive"
  | "governorate"
  | "staff-unit"
  | "council"
  | "municipality"
  | "other";

export interface OrganisationFact {
  code: string;
  nameFa: string;
  nameEn: string;
  kind: OrganisationKind;
  groupOfFive: GroupOfFive | null;
  /** How its office is called at each level where it has one, without the place: «اداره کل آموزش و پرورش». */
  offices: Readonly<Partial<Record<OfficeLevel, readonly [fa: string, en: string]>>>;
  /** Further forms in documents, without the place; half-spaces and Arabic letters need none of their own. */
  spellings: readonly string[];
}
