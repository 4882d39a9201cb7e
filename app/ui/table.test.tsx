import { describe, expect, test } from "vitest";
import { renderPage, textOf } from "../../tests/ui/render-page";
import { EmptyState } from "./empty-state";
import { Num } from "./num";
import { Table, type Column } from "./table";

type Row = { id: string; name: string; days: number };

const columns: Column<Row>[] = [
  { key: "name", header: "نام", cell: (row) => row.name },
  {
    key: "days",
    header: "خاموشی",
    numeric: true,
    cell: (row) => <Num value={row.days} column />,
    sort: { to: "?sort=days", direction: "descending" },
  },
  { key: "call", header: "تماس", quietHeader: true, phone: "corner", cell: () => <a href="tel:0">tel</a> },
];

const rows = [
  { id: "1", name: "الف", days: 41 },
  { id: "2", name: "ب", days: 1234 },
];

const table = (given: readonly Row[]) =>
  renderPage(() => (
    <Table
      caption="اعضای خاموش"
      columns={columns}
      rows={given}
      rowKey={(row) => row.id}
      empty={<EmptyState title="هنوز کسی نیست" />}
      detail={(row) => (row.id === "2" ? <p>باز</p> : null)}
    />
  ));

describe("a table", () => {
  test("keeps its roles when it is laid out as cards", () => {
    const document = table(rows);
    expect(textOf(document.querySelector("caption"))).toBe("اعضای خاموش");
    expect(document.querySelectorAll("[role=columnheader]")).toHaveLength(3);
    expect([...document.querySelectorAll("[role=rowheader]")].map(textOf)).toEqual(["الف", "ب"]);
    expect(document.querySelectorAll("tbody [role=row]")).toHaveLength(3);
  });

  test("a card repeats the column's name beside its value, only for the eye", () => {
    const document = table(rows);
    const cell = document.querySelector("tbody tr td");
    expect(document.querySelector("table")?.style.getPropertyValue("--name-2")).toBe(`"خاموشی"`);
    expect(textOf(cell)).toBe("۴۱");
  });

  test("figures are in the digits of the locale and sorted columns say so", () => {
    const document = table(rows);
    expect(textOf(document.querySelectorAll("tbody td bdi")[1])).toBe("۱٬۲۳۴");
    expect(document.querySelector("[aria-sort=descending] a")?.getAttribute("href")).toContain("sort=days");
  });

  test("without rows it explains itself", () => {
    const document = table([]);
    expect(document.querySelector("table")).toBeNull();
    expect(textOf(document.querySelector("h2"))).toBe("هنوز کسی نیست");
  });
});
