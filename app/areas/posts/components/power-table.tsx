import { Fragment } from "react";
import { FilterChips } from "~/ui/filter-chips";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { PageHeader } from "~/ui/page-header";
import { ScrollRegion } from "~/ui/scroll-region";
import { listed } from "~/ui/listed";
import { Section } from "~/ui/section";
import type { PostsKey } from "../messages";
import type { PowerCell, PowerHolder, PowerRow } from "../power-matrix";

/** On which records somebody has a power, in words; a mark for those who lack it. */
function Cell({ cell }: { cell: PowerCell | undefined }) {
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  if (!cell || cell.reaches.length === 0)
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("posts.powers.no")}</span>
      </span>
    );
  return (
    <span className="inline-flex items-baseline gap-1">
      <Icon of="check" size={15} className="shrink-0 translate-y-0.5 text-teal" />
      <span>
        {listed(
          cell.reaches.map((reach) => t(`posts.power.on.${reach}`)),
          locale,
        )}
        {cell.butOwn && <span className="block text-meta text-ink-3">{t("posts.powers.but-own")}</span>}
      </span>
    </span>
  );
}

const subjectsOf = (rows: readonly PowerRow[]) => [...new Set(rows.map(({ subject }) => subject))];

/** Every role beside every other: one table, scrolled inside itself where the window is narrow. */
function AllRoles({ rows, holders }: { rows: readonly PowerRow[]; holders: readonly PowerHolder[] }) {
  const t = useT<PostsKey>();
  const head = "border-b border-line-2 px-2 py-2 text-start align-bottom text-meta font-medium text-ink-3";
  return (
    <ScrollRegion
      label={t("posts.powers")}
      isWide
      className="relative overflow-x-auto rounded-card border border-line-2 bg-sheet"
    >
      <table className="w-full border-collapse text-cell">
        <caption className="sr-only">{t("posts.powers")}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} sticky start-0 min-w-40 bg-sheet`}>
              {t("posts.powers.power")}
            </th>
            {holders.map((holder) => (
              <th key={holder} scope="col" className={`${head} min-w-20`}>
                {t(`posts.power.who.${holder}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjectsOf(rows).map((subject) => (
            <Fragment key={subject}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={holders.length + 1}
                  className="border-b border-line bg-paper px-3 pt-3 pb-1 text-start text-second font-semibold"
                >
                  <span className="sticky start-3">{t(`posts.power.of.${subject}`)}</span>
                </th>
              </tr>
              {rows
                .filter((row) => row.subject === subject)
                .map((row) => (
                  <tr key={row.power} className="border-b border-line">
                    <th
                      scope="row"
                      className="sticky start-0 bg-sheet px-3 py-2 text-start align-top font-normal"
                    >
                      {t(`posts.power.${row.power}`)}
                    </th>
                    {holders.map((holder) => (
                      <td key={holder} className="px-2 py-2 align-top text-second">
                        <Cell cell={row.cells[holder]} />
                      </td>
                    ))}
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** What one role may do, subject by subject. */
function OneRole({ rows, holder }: { rows: readonly PowerRow[]; holder: PowerHolder }) {
  const t = useT<PostsKey>();
  const own = rows.filter((row) => row.cells[holder]?.reaches.length);
  if (own.length === 0) return <p className="text-body text-ink-2">{t("posts.powers.none")}</p>;
  return subjectsOf(own).map((subject) => (
    <Section key={subject} title={t(`posts.power.of.${subject}`)}>
      <dl className="max-w-180">
        {own
          .filter((row) => row.subject === subject)
          .map((row) => (
            <div
              key={row.power}
              className="grid grid-cols-2 gap-x-4 border-b border-line py-1.5 last:border-b-0"
            >
              <dt className="text-body">{t(`posts.power.${row.power}`)}</dt>
              <dd className="text-second">
                <Cell cell={row.cells[holder]} />
              </dd>
            </div>
          ))}
      </dl>
    </Section>
  ));
}

/** The page of powers: of one role, or all beside each other. The role stands in the address. */
export function PowerPage({
  rows,
  holders,
  chosen,
  here,
  back,
}: {
  rows: readonly PowerRow[];
  holders: readonly PowerHolder[];
  chosen: PowerHolder | null;
  here: string;
  back?: { to: string; label: string };
}) {
  const t = useT<PostsKey>();
  return (
    <>
      <PageHeader back={back} title={t("posts.powers")} />
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("posts.powers.lead")}</p>
      <FilterChips
        label={t("posts.powers.role")}
        chips={[
          { to: `${here}?role=all`, label: t("posts.powers.all"), active: chosen === null },
          ...holders.map((holder) => ({
            to: `${here}?role=${holder}`,
            label: t(`posts.power.who.${holder}`),
            active: chosen === holder,
          })),
        ]}
      />
      {chosen === null ? <AllRoles rows={rows} holders={holders} /> : <OneRole rows={rows} holder={chosen} />}
    </>
  );
}
