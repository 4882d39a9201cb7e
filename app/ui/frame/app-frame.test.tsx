import { describe, expect, test } from "vitest";
import { renderPage, textOf } from "../../../tests/ui/render-page";
import { MenuItem } from "../menu-item";
import { AppFrame } from "./app-frame";
import type { NavItem } from "./nav-item";

const items: NavItem[] = [
  { to: "/28005", label: "میز کار", icon: "notebook-pen", end: true },
  { to: "/28005/network", label: "شبکه", icon: "users", badge: 3 },
];

const frame = (locale: "fa" | "en" = "fa") =>
  renderPage(
    () => (
      <AppFrame
        home="/28005"
        sample
        clockSet
        nav={[{ items }]}
        bottom={items}
        top={{
          place: { name: "شهرستان گرگان", level: "شهرستان" },
          places: <MenuItem to="/places">دیگر</MenuItem>,
          account: { name: "نرگس شکیبا", role: "دستیار", menu: <MenuItem action="/sign-out">خروج</MenuItem> },
        }}
      >
        <h1>شبکه</h1>
      </AppFrame>
    ),
    { locale },
  );

describe("the frame", () => {
  test("the first stop of the keyboard leads to the page itself", () => {
    const document = frame();
    const first = document.querySelector("a, button, summary");
    expect(first?.getAttribute("href")).toBe("#main");
    expect(document.querySelector("main#main")).not.toBeNull();
  });

  test("the place one works in is always named, and so is where one is", () => {
    const document = frame();
    expect(textOf(document.querySelector("header"))).toContain("شهرستان گرگان");
    const current = [...document.querySelectorAll("nav [aria-current=page]")].map((link) =>
      link.getAttribute("href"),
    );
    expect(current).toEqual(["/28005/network", "/28005/network"]);
  });

  test("drawer, places and account open without script", () => {
    const document = frame();
    const drawer = document.querySelector("nav[popover]");
    const openers = document.querySelectorAll(`[popovertarget="${drawer?.id}"]`);
    expect(openers.length).toBeGreaterThanOrEqual(2);
    expect(document.querySelectorAll("header details > summary")).toHaveLength(2);
    expect(
      document.querySelector("form[action='/sign-out'][method=post] button[type=submit]"),
    ).not.toBeNull();
  });

  test("a sample says so on the page, with the moment its clock shows", () => {
    expect(textOf(frame().querySelector("aside"))).toContain("نمونه");
    expect(textOf(frame().querySelector("aside"))).toContain("یکشنبه ۲۲ آذر ۱۴۰۵، ۰۸:۴۰");
    expect(textOf(frame("en").querySelector("aside"))).toContain(
      "Sunday, 13 December 2026 (22 Azar 1405), 08:40",
    );
  });

  test("a figure that waits is said in words as well", () => {
    expect(textOf(frame().querySelector("nav [aria-current=page]"))).toContain("۳ مورد در انتظار");
  });
});
