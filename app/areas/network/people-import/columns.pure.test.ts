import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnFault } from "./column-fault";
import { COLUMN_CHOICES } from "./fields";
import { guessColumns } from "./guess-columns";
import { headerKey, meaningOf } from "./headers";

const guess = (headers: string, remembered: Record<string, string> = {}) =>
  guessColumns(
    headers.split("|"),
    new Map(Object.entries(remembered).map(([header, field]) => [headerKey(header), field])),
  ).join("|");

describe("columns of names", () => {
  test("are read by what stands beside them, whatever they were in the list before", () => {
    expect(guess("نام|نام خانوادگی|همراه", { نام: "full-name" })).toBe("first-name|last-name|mobile");
    expect(guess("نام|نام خانوادگی|همراه", { نام: "none" })).toBe("first-name|last-name|mobile");
    expect(guess("نام|همراه", { نام: "first-name" })).toBe("full-name|mobile");
    expect(guess("نام و نام خانوادگی|نام|همراه")).toBe("full-name|none|mobile");
    expect(guess("نام کوچک|همراه")).toBe("full-name|mobile");
    expect(guess("عنوان|نام|نام خانوادگی", { عنوان: "full-name" })).toBe("full-name|none|none");
    expect(guess("نام|نام پدر|همراه")).toBe("full-name|none|mobile");
  });

  test("are guessed so that the guess is never refused, whatever the headers and whatever was remembered", () => {
    const headers = fc.constantFrom(
      ..."نام|نام کوچک|نام خانوادگی|نام و نام خانوادگی|عضو|Name|Given Name|Last Name|همراه|شماره همراه ۲|تلفن|Phone 1 - Value|کد ملی|محل|مذهب|قوم|تاریخ|سطح|معرف|الف|".split(
        "|",
      ),
    );
    const list = fc.array(headers, { minLength: 1, maxLength: 8 });
    const memory = fc.array(fc.tuple(headers, fc.constantFrom(...COLUMN_CHOICES, "gone")));
    fc.assert(
      fc.property(list, memory, (given, remembered) => {
        const columns = guessColumns(given, new Map(remembered.map(([h, field]) => [headerKey(h), field])));
        const fault = columnFault(columns, given);
        const mayBeName = given.some((header) => /name|^name$/.test(meaningOf(header) ?? ""));
        const isTold = remembered.some(([header, field]) => given.includes(header) && field !== "none");
        // Of a list without any name nothing can be guessed that would do.
        expect(fault === null || (fault === "network.import.name-missing" && (!mayBeName || isTold))).toBe(
          true,
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe("the address book", () => {
  test("of a phone is understood in both forms in which it is written", () => {
    expect(
      guess(
        "Name|Given Name|Family Name|Group Membership|E-mail 1 - Value|Phone 1 - Type|Phone 1 - Value|Phone 2 - Value|Organization 1 - Name|Notes",
      ),
    ).toBe("full-name|none|none|none|none|none|mobile|phone|none|note");
    expect(
      guess("First Name|Middle Name|Last Name|Phone 1 - Label|Phone 1 - Value|Labels|Address 1 - City"),
    ).toBe("first-name|none|last-name|none|mobile|none|locality");
  });

  test("of a mail program gives the mobile before the other numbers", () => {
    expect(
      guess("Title|First Name|Last Name|Business Phone|Home Phone|Mobile Phone|Home Fax|Home City|Notes"),
    ).toBe("none|first-name|last-name|phone|phone|mobile|none|locality|note");
  });

  test("may count its numbers, which are all kept; somebody else's are not", () => {
    expect(guess("نام|شماره همراه ۱|شماره همراه۲|شماره همراه همسر|نوع تلفن|همراهان|تلفن منزل")).toBe(
      "full-name|mobile|phone|none|none|none|phone",
    );
    expect(columnFault(["full-name", "mobile", "phone", "phone"], ["الف", "ب", "پ", "ت"])).toBeNull();
    expect(columnFault(["full-name", "mobile", "mobile"], ["الف", "ب", "پ"])).toBe(
      "network.import.field-twice",
    );
  });
});
