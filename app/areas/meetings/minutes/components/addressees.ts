import type { Option } from "~/ui/form/select";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage } from "../review-page.server";

/** Everybody who can be made responsible, as the picker lists them. */
export function addressees(page: ReviewPage, locale: "fa" | "en", t: (key: MinutesKey) => string): Option[] {
  const name = (row: { nameFa: string; nameEn: string }) => (locale === "fa" ? row.nameFa : row.nameEn);
  return [
    ...page.groups.map((group) => ({
      value: `group:${group.code}`,
      label: name(group),
      group: t("minutes.review.group.groups"),
    })),
    ...page.offices.map((office) => ({
      value: `office:${office.id}`,
      label: name(office),
      group: t("minutes.review.group.offices"),
    })),
    ...page.governorates.map((office) => ({
      value: `office:${office.id}`,
      label: name(office),
      group: t("minutes.review.group.governorates"),
    })),
    ...page.municipalities.map((office) => ({
      value: `office:${office.id}`,
      label: name(office),
      group: t("minutes.review.group.municipalities"),
    })),
  ];
}
