import { ownerRows } from "../../setup/owner";
import type { ResolutionModel } from "../../minutes/model";
import { GOLESTAN } from "../country";

interface Office {
  id: string;
  place: number;
  code: string;
  kind: string;
  name: string;
}

/** How the reference data calls those whom the models name. */
const CODES: Readonly<Record<string, string>> = {
  "کلیه دستگاه‌های اجرایی، نهادها و سازمان‌های استان": "all-executive-bodies",
  "فرمانداران استان": "governors",
  "دستگاه‌های اجرایی مرتبط با موضوع": "related-bodies",
  "دفتر برنامه‌ریزی، بودجه و تحول اداری استانداری": "planning-budget-reform",
  "اداره کل مدیریت بحران، پدافند غیرعامل و ایمنی استان": "crisis-management",
  "صدا و سیمای استان": "broadcaster",
  "جمعیت هلال احمر استان": "red-crescent",
  "اداره کل راهداری و حمل و نقل جاده‌ای استان": "road-maintenance",
  "شرکت آب و فاضلاب استان": "water-sewage",
  "اداره کل آموزش و پرورش استان": "education",
};
/** Who is named in place of a body that stands in no dictionary, and for what names nobody. */
const STAND_IN = "education";
const NOBODY = "governors";

/** Who owes what, said by the models and the plain rows of offices and groups alone. */
export class Reckoning {
  private constructor(
    private readonly offices: readonly Office[],
    private readonly groups: ReadonlyMap<string, string>,
  ) {}

  static async ofGolestan(): Promise<Reckoning> {
    const offices = await ownerRows<Office>(
      `select o.id, o.division_id as place, g.code, g.kind, o.name_fa as name
       from office o join organisation g on g.id = o.organisation_id
       where o.division_id between $1 and $1 + 999 and o.closed_on is null`,
      [GOLESTAN],
    );
    const groups = await ownerRows<{ code: string; name: string }>(
      "select code, name_fa as name from body_group",
    );
    return new Reckoning(offices, new Map(groups.map(({ code, name }) => [code, name])));
  }

  /** The names by which the review should call the parties of a resolution. */
  named(resolution: ResolutionModel): string[] {
    return codesOf(resolution).map((code) => {
      const name = this.groups.get(code) ?? this.behind(code)[0]?.name;
      if (name === undefined) throw new Error(`The sample has neither a group nor an office ${code}`);
      return name;
    });
  }

  /** Who answers for what names nobody. */
  nobody(): string {
    return this.groups.get(NOBODY) ?? "";
  }

  /** How many offices owe each resolution, by its number: one that two parties mean owes it once. */
  owing(resolutions: readonly ResolutionModel[]): Record<number, number> {
    return Object.fromEntries(
      resolutions.map((resolution) => {
        const ids = codesOf(resolution).flatMap((code) => this.behind(code).map(({ id }) => id));
        return [resolution.number, new Set(ids).size];
      }),
    );
  }

  private behind(code: string): Office[] {
    const inProvince = this.offices.filter(({ place }) => place === GOLESTAN);
    switch (code) {
      case "related-bodies":
        return [];
      case "all-executive-bodies":
        return inProvince.filter(({ kind }) => kind === "executive");
      case "governors":
        return this.offices.filter((office) => office.code === "county-governorate");
      default:
        return inProvince.filter((office) => office.code === code);
    }
  }
}

function codesOf({ parties }: ResolutionModel): string[] {
  if (parties.length === 0) return [NOBODY];
  return parties.map(({ canonical }) => CODES[canonical] ?? STAND_IN);
}

/** How many obligations each resolution of minutes brought, by its number. */
export async function owedBecauseOf(minutes: string): Promise<Record<number, number>> {
  const rows = await ownerRows<{ number: number; owed: number }>(
    `select r.number, count(b.id)::int as owed from resolution r
       left join obligation b on b.source_id = r.id and b.parent_id is null
     where r.minutes_id = $1 group by r.number`,
    [minutes],
  );
  return Object.fromEntries(rows.map(({ number, owed }) => [number, owed]));
}

export interface Rates {
  first: [number, number];
  present: [number, number];
}

/** What an office did in time of all that the province told it, by the first dates and by those of today. */
export async function ratesOf(office: string, today: string): Promise<Rates> {
  const rows = await ownerRows<{ first: string; present: string; verified: string | null }>(
    `select first_due_on::text as first, due_on::text as present,
       case when state = 'verified' then (verified_at at time zone 'Asia/Tehran')::date::text end as verified
     from obligation where source_division_id = $1 and office_id = $2 and parent_id is null
       and deadline_kind <> 'none' and state not in ('withdrawn', 'not-applicable')
     union all
     select t.first_due_on::text, t.due_on::text, (t.verified_at at time zone 'Asia/Tehran')::date::text
     from obligation_turn t join obligation b on b.division_id = t.division_id and b.id = t.obligation_id
     where b.source_division_id = $1 and b.office_id = $2 and b.parent_id is null`,
    [GOLESTAN, office],
  );
  const rate = (which: "first" | "present"): [number, number] => {
    const over = rows.filter((row) => row[which] < today);
    const inTime = over.filter((row) => row.verified !== null && row.verified <= row[which]);
    return [inTime.length, over.length];
  };
  return { first: rate("first"), present: rate("present") };
}
