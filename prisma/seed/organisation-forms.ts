import type { GroupOfFive, OrganisationFact } from "./organisation-fact";

type Names = readonly [fa: string, en: string];

interface Form {
  province?: Names;
  county?: Names;
}

/** اداره کل in the province, اداره in the county. */
export function directorate([fa, en]: Names): Form {
  return {
    province: [`اداره کل ${fa}`, `Directorate-General of ${en}`],
    county: [`اداره ${fa}`, `Office of ${en}`],
  };
}

/** اداره کل in the province, nothing below. */
export function provincialDirectorate([fa, en]: Names): Form {
  return { province: [`اداره کل ${fa}`, `Directorate-General of ${en}`] };
}

/** سازمان in the province, اداره in the county. */
export function organisationForm([fa, en]: Names): Form {
  return { province: [`سازمان ${fa}`, `${en} Organisation`], county: [`اداره ${fa}`, `Office of ${en}`] };
}

/** شرکت in the province, اداره in the county. */
export function company([fa, en]: Names): Form {
  return { province: [`شرکت ${fa}`, `${en} Company`], county: [`اداره ${fa}`, `${en} Office`] };
}

/** An executive body whose offices are named by one of the forms above. */
export function executive(
  code: string,
  names: Names,
  groupOfFive: GroupOfFive,
  form: ((names: Names) => Form) | Form,
  spellings: readonly string[] = [],
): OrganisationFact {
  const [nameFa, nameEn] = names;
  const offices = typeof form === "function" ? form(names) : form;
  return { code, nameFa, nameEn, kind: "executive", groupOfFive, offices, spellings };
}
