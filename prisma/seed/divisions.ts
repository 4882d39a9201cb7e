import { z } from "zod";
import { type IsoDate, isoOf } from "../../app/lib/jalali";
import listed from "./data/divisions.json";

export interface DivisionFact {
  /** Nation 0; province (code + 1) · 1000; county its province's id + the last two digits of its code. */
  id: number;
  parentId: number | null;
  level: "nation" | "province" | "county";
  /** Official code: two digits for a province, four for a county. */
  code: string | null;
  nameFa: string;
  nameEn: string;
  /** Other names and spellings in use. */
  aliasesFa: string[];
  /** Census of 1395 on the borders of 1395; null for counties made since, whose people are counted in the parent. */
  population: number | null;
  /** First day of the year in whose official list it first stands (1395, 1400 or 1402). */
  validFrom: IsoDate;
  /** The county it was cut out of, when it was made after 1395. */
  splitFromId: number | null;
}

const County = z.tuple(
  [z.string(), z.string(), z.string(), z.number().nullable(), z.number(), z.string().nullable()],
  z.string(),
);
const Province = z.object({
  code: z.string().regex(/^\d{2}$/),
  nameFa: z.string(),
  nameEn: z.string(),
  centreFa: z.string(),
  centreEn: z.string(),
  population: z.number(),
  counties: z.array(County),
});

const provinces = z.array(Province).parse(listed);

const NATION: DivisionFact = {
  id: 0,
  parentId: null,
  level: "nation",
  code: null,
  nameFa: "ایران",
  nameEn: "Iran",
  aliasesFa: ["کل کشور", "کشور"],
  population: provinces.reduce((sum, province) => sum + province.population, 0),
  validFrom: isoOf(1395, 1, 1),
  splitFromId: null,
};

/** Nation, 31 provinces and 482 counties as of 1402, parents before children. */
export const divisions: readonly DivisionFact[] = [
  NATION,
  ...provinces.flatMap((province): DivisionFact[] => {
    const id = (Number(province.code) + 1) * 1000;
    const counties = province.counties.map(
      ([number, nameFa, nameEn, population, firstListed, splitFrom, ...aliasesFa]): DivisionFact => ({
        id: id + Number(number),
        parentId: id,
        level: "county",
        code: province.code + number,
        nameFa,
        nameEn,
        aliasesFa,
        population,
        validFrom: isoOf(firstListed, 1, 1),
        splitFromId: splitFrom === null ? null : id + Number(splitFrom),
      }),
    );
    return [
      {
        id,
        parentId: 0,
        level: "province",
        code: province.code,
        nameFa: province.nameFa,
        nameEn: province.nameEn,
        aliasesFa: [],
        population: province.population,
        validFrom: isoOf(1395, 1, 1),
        splitFromId: null,
      },
      ...counties,
    ];
  }),
];
