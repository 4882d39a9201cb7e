import { Form } from "@remix-run/react";
import type { Level, Role } from "~/kernel/actor";
import { daysBetween, formatJalali, todayIn } from "~/lib/jalali";
import { isolateWords } from "~/lib/numbers";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import { filterFields } from "~/ui/form/filter-fields";
import { Select } from "~/ui/form/select";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Pager } from "~/ui/pager";
import { Table, type Column } from "~/ui/table";
import type { PostsKey } from "../messages";
import type { Vacancy } from "../vacancies.server";
import { vacancySearch, type VacancyFilter } from "../vacancy-filter";
import { whoseMove } from "../whose-move";

type Named = { id: number; nameFa: string; nameEn: string };

/** Province and kind of post go into the address, so that a link shows the same list. */
function Filters({
  here,
  filter,
  provinces,
  roles,
}: {
  here: string;
  filter: VacancyFilter;
  provinces: readonly Named[];
  roles: readonly Role[];
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const field = filterFields("vacancy-filters", {
    province: String(filter.province ?? ""),
    role: filter.role ?? "",
  });
  const any = t("posts.vacancies.filter.any");
  const isNarrow = filter.province !== undefined || filter.role !== undefined;
  return (
    <Form
      method="get"
      action={here}
      className="mb-4 grid max-w-200 items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] print:hidden"
    >
      {filter.mine && <input type="hidden" name="turn" value="mine" />}
      {provinces.length > 0 && (
        <Select
          field={field("province")}
          label={t("posts.vacancies.filter.province")}
          empty={any}
          optional={false}
          options={provinces.map((one) => ({
            value: String(one.id),
            label: locale === "fa" ? one.nameFa : one.nameEn,
          }))}
        />
      )}
      <Select
        field={field("role")}
        label={t("posts.vacancies.filter.role")}
        empty={any}
        optional={false}
        options={roles.map((role) => ({ value: role, label: t(`posts.power.who.${role}`) }))}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="secondary">
          {t("posts.vacancies.filter.apply")}
        </Button>
        {isNarrow && (
          <LinkButton kind="quiet" to={here + vacancySearch({ mine: filter.mine })}>
            {t("posts.vacancies.filter.clear")}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

/** Whose the next step is; whoever is appointed already is waited for by nobody. */
function NextStep({ row, fills }: { row: Vacancy; fills: Level | null }) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  if (row.next) {
    const date = isolateWords(formatJalali(row.next.startsOn, locale, "long"));
    return <>{t("posts.vacancies.move.none", { name: isolateWords(row.next.name), date })}</>;
  }
  const move = whoseMove(row.divisionId, fills);
  const name = (locale === "fa" ? row.parentFa : row.parentEn) ?? "";
  return (
    <span>
      <span className={move === "mine" ? "font-[550]" : undefined}>
        {t(`posts.vacancies.move.${move}`, { name })}
      </span>
      {row.moverIsVacant && move !== "mine" && (
        <span className="block text-meta text-ink-3">{t("posts.vacancies.mover-vacant")}</span>
      )}
    </span>
  );
}

/** Vacant posts of a place and of all below it, the longest vacant first. */
export function VacancyList({
  here,
  rows,
  next,
  isLater,
  count,
  filter,
  fills,
  provinces,
  roles,
  postsOf,
}: {
  /** The list's own address, without what narrows it. */
  here: string;
  rows: readonly Vacancy[];
  next: string | null;
  isLater: boolean;
  count: number;
  filter: VacancyFilter;
  fills: Level | null;
  provinces: readonly Named[];
  roles: readonly Role[];
  /** Where the posts of a place are. */
  postsOf: (divisionId: number) => string;
}) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const today = todayIn(useNow());
  const inFa = locale === "fa";
  const columns: Column<Vacancy>[] = [
    {
      key: "post",
      header: t("posts.column.post"),
      cell: (row) => (
        <span>
          <Link
            to={postsOf(row.divisionId)}
            className="inline-flex min-h-8 items-center text-teal hover:underline"
          >
            {inFa ? row.titleFa : row.titleEn}
          </Link>
          {row.deputyName && (
            <span className="block text-meta text-ink-3">
              {t("posts.vacancies.deputy", { name: isolateWords(row.deputyName) })}
            </span>
          )}
        </span>
      ),
    },
    { key: "place", header: t("posts.column.place"), cell: (row) => (inFa ? row.nameFa : row.nameEn) },
    {
      key: "since",
      header: t("posts.vacancies.since"),
      noWrap: true,
      cell: (row) => {
        const days = Math.max(0, daysBetween(row.since, today));
        return (
          <span>
            <DateText iso={row.since} />
            <span className="block text-meta text-ink-3 max-sm:ms-1 max-sm:inline">
              {days > 0 ? t("posts.vacancies.age", { days }) : t("posts.vacancies.today")}
            </span>
          </span>
        );
      },
    },
    {
      key: "reason",
      header: t("posts.vacancies.last-end"),
      cell: (row) =>
        row.endReason ?? t(row.wasHeld ? "posts.vacancies.term-over" : "posts.vacancies.never-held"),
    },
    {
      key: "move",
      header: t("posts.vacancies.move"),
      cell: (row) => <NextStep row={row} fills={fills} />,
    },
  ];
  const isNarrow = Object.values(filter).some((part) => part !== undefined);
  return (
    <>
      {fills && (
        <FilterChips
          chips={[undefined, true as const].map((mine) => ({
            to: here + vacancySearch({ ...filter, mine }),
            label: t(mine ? "posts.vacancies.mine" : "posts.vacancies.all"),
            active: filter.mine === mine,
          }))}
        />
      )}
      {(provinces.length > 0 || roles.length > 3) && (
        <Filters
          key={vacancySearch(filter)}
          here={here}
          filter={filter}
          provinces={provinces}
          roles={roles}
        />
      )}
      <Table
        caption={t("posts.vacancies")}
        columns={columns}
        rows={[...rows]}
        rowKey={(row) => row.id}
        empty={
          <EmptyState filtered={isNarrow} title={t("posts.vacancies.empty")}>
            {t("posts.vacancies.empty.text")}
          </EmptyState>
        }
      />
      <Pager
        {...(isLater ? { previous: here + vacancySearch(filter) } : {})}
        {...(next ? { next: here + vacancySearch(filter, next) } : {})}
      >
        {count > 0 && t("posts.vacancies.count", { count })}
      </Pager>
    </>
  );
}
