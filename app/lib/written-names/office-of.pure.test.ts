import { expect, test } from "vitest";
import { officeOf } from "./office-of";

const PROVINCE = 28000;
const GORGAN = 28005;
const KALALEH = 28009;
const office = (divisionId: number, organisationCode: string, nameFa: string) => ({
  divisionId,
  organisationCode,
  nameFa,
});
const OFFICES = [
  office(PROVINCE, "education", "اداره کل آموزش و پرورش استان گلستان"),
  office(GORGAN, "county-governorate", "فرمانداری گرگان"),
  office(KALALEH, "county-governorate", "فرمانداری کلاله"),
];

test("a governorate named with its county is that one, and without a county is none of the province's", () => {
  const named = { code: "county-governorate", place: { id: KALALEH, name: "کلاله" } };
  expect(officeOf(named, OFFICES, PROVINCE)?.nameFa).toBe("فرمانداری کلاله");
  expect(officeOf({ code: "county-governorate" }, OFFICES, PROVINCE)).toBeUndefined();
  expect(officeOf({ code: "county-governorate" }, OFFICES, GORGAN)?.nameFa).toBe("فرمانداری گرگان");
});

test("an office of a county is never taken for the province's own", () => {
  const ofCounty = { code: "education", place: { id: GORGAN, name: "گرگان" } };
  expect(officeOf(ofCounty, OFFICES, PROVINCE)).toBeUndefined();
  expect(officeOf({ code: "education" }, OFFICES, PROVINCE)?.divisionId).toBe(PROVINCE);
});

test("a district that no list has is looked for in the names of offices", () => {
  const offices = [
    office(GORGAN, "district-governorate", "بخشداری مرکزی گرگان"),
    office(GORGAN, "district-governorate", "بخشداری بهاران"),
  ];
  const of = (name: string) =>
    officeOf({ code: "district-governorate", place: { id: null, name } }, offices, GORGAN)?.nameFa;
  expect(of("بهاران")).toBe("بخشداری بهاران");
  expect(of("مرکزی")).toBe("بخشداری مرکزی گرگان");
  expect(of("دور")).toBeUndefined();
});
