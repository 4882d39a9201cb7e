import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { findPlace } from "~/areas/divisions/queries.server";
import { BoardCounties } from "~/areas/reports/components/board-counties";
import { boardHref } from "~/areas/reports/components/board-hrefs";
import { BoardMap } from "~/areas/reports/components/board-map";
import { BoardPeers } from "~/areas/reports/components/board-peers";
import { BoardPicker } from "~/areas/reports/components/board-picker";
import { BoardTable } from "~/areas/reports/components/board-table";
import { BoardTrend } from "~/areas/reports/components/board-trend";
import { ExplainPanel } from "~/areas/reports/components/explain-panel";
import { FigureText } from "~/areas/reports/components/figure-text";
import { TargetText } from "~/areas/reports/components/target-text";
import { PendingList } from "~/areas/reports/components/pending-list";
import { ProvenanceSentence } from "~/areas/reports/components/provenance-sentence";
import { BORDERS } from "~/areas/reports/borders";
import { PEER_RULES } from "~/areas/reports/peers";
import { STANDINGS } from "~/areas/reports/lifecycle";
import type { ReportsKey } from "~/areas/reports/messages";
import { quarterAsked } from "~/areas/reports/period-param.server";
import { readBoard } from "~/areas/reports/queries/board-page.server";
import { now as clock } from "~/kernel/clock.server";
import { reading } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { lastEndedPeriod, lastPeriods, periodLabel } from "~/lib/period";
import { pageTitle } from "~/page-title";
import { ProvenanceStrip } from "~/ui/charts/provenance-strip";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

const READERS = ["representative", "provincial-expert", "national-officer", "national-expert"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, ...READERS);
  const search = new URL(args.request.url).searchParams;
  const latest = lastEndedPeriod(clock(), "quarter");
  const period = quarterAsked(search.get("period"), latest);
  const isNation = actor.place.level === "nation";
  const asked = isNation ? search.get("province") : null;
  const province = asked === null ? null : Number(asked);
  const borders = BORDERS.find((one) => one === search.get("borders")) ?? "then";
  const peers = PEER_RULES.find((one) => one === search.get("peers")) ?? null;
  return reading(actor, async (db) => {
    if (province !== null && !(province % 1000 === 0 && province > 0 && province < 100_000))
      throw new Refusal("missing", "refusal.missing");
    const place = province === null ? actor.place : await findPlace(db, province);
    if (!place) throw new Refusal("missing", "refusal.missing");
    const by = place.level === "nation" ? ("province" as const) : ("county" as const);
    const board = await readBoard(
      db,
      { lo: place.lo, hi: place.hi, by, borders, reach: { lo: actor.place.lo, hi: actor.place.hi } },
      search.get("indicator"),
      period,
    );
    return {
      board,
      by,
      isNation,
      place: { nameFa: place.nameFa, nameEn: place.nameEn },
      state: {
        placeId: actor.place.id,
        code: board.indicator.code,
        period,
        province,
        explain: search.get("explain") === "1",
        borders,
        peers,
      },
      periods: lastPeriods(latest, 8),
    };
  });
}

export default function RollupPage() {
  const { board, by, isNation, place, state, periods } = useLoaderData<typeof loader>();
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { indicator, counts, total } = board;
  const placeName = locale === "fa" ? place.nameFa : place.nameEn;
  const isCountry = by === "province";
  const all = counts.expected + counts.vacant + counts.excused;
  const receiptHref = (county: number) =>
    `/${state.placeId}/reports/${county}/${state.period}?open=${indicator.code}`;
  const openProvince = (province: number) => boardHref(state, { province, explain: false });
  return (
    <>
      <PageHeader
        title={locale === "fa" ? indicator.nameFa : indicator.nameEn}
        crumbs={[
          ...(isNation && !isCountry
            ? [{ to: boardHref(state, { province: null }), label: t("reports.board.title.nation") }]
            : []),
          {
            label: isCountry
              ? t("reports.board.title.nation")
              : t("reports.board.title.province", { place: placeName }),
          },
          { label: periodLabel(board.period, locale) },
        ]}
        actions={
          <BoardPicker board={board} periods={periods} province={state.province} peers={state.peers} />
        }
      />
      <div className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="flex flex-wrap items-center gap-3">
          <span className="text-headline" data-testid="headline">
            {total.headline ? <FigureText figure={total.headline.figure} /> : t("reports.none")}
          </span>
          {indicator.target !== null && (
            <span className="text-second text-ink-2" data-testid="target">
              {t("reports.definitions.target")}: <TargetText of={indicator} />
            </span>
          )}
          <LinkButton to={boardHref(state, { explain: !state.explain })} size="small" icon="receipt-text">
            {t("reports.board.explain")}
          </LinkButton>
          <ExportButton
            place={state.placeId}
            list="board"
            narrowed={{
              indicator: state.code,
              period: state.period,
              province: state.province === null ? undefined : String(state.province),
              borders: state.borders,
            }}
            size="small"
          />
        </div>
        {/* The strip says it to the eye, the sentence to the ear. */}
        <div aria-hidden className="min-w-0 flex-1 basis-80">
          <ProvenanceStrip
            parts={STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => ({
              state: standing,
              count: counts[standing],
            }))}
            whole={t("reports.board.whole", { expected: counts.expected, count: all })}
          />
        </div>
        <p className="sr-only">
          <ProvenanceSentence counts={counts} excepted={board.excepted} />
        </p>
        {state.borders === "today" && (
          <p className="basis-full text-second text-ink-2">{t("reports.board.borders.note")}</p>
        )}
        {total.headline?.standing === "provisional" && (
          <p className="basis-full text-second text-saffron-ink">{t("reports.board.provisional-headline")}</p>
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          {isCountry ? <BoardMap board={board} hrefOf={openProvince} /> : <BoardCounties board={board} />}
          <BoardTrend board={board} name={placeName} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {state.explain && (
            <ExplainPanel
              board={board}
              closeHref={boardHref(state, { explain: false })}
              openHref={isCountry ? "#places" : null}
              definitionHref={`/${state.placeId}/definitions/${indicator.code}`}
            />
          )}
          <BoardPeers
            board={board}
            level={isCountry ? "province" : "county"}
            rule={isCountry ? "population" : (state.peers ?? indicator.peerRule)}
            hrefOf={(peers) => boardHref(state, { peers })}
          />
          <PendingList board={board} hrefOf={(line) => (isCountry ? openProvince(line.divisionId) : null)} />
        </div>
      </div>
      <div id="places" className="mt-8">
        <Section title={t(isCountry ? "reports.board.table" : "reports.board.table.counties")}>
          <BoardTable
            board={board}
            countyHref={isCountry ? openProvince : undefined}
            receiptHref={receiptHref}
          />
        </Section>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<ReportsKey>(matches, "reports.board.title.nation", undefined, data?.board.indicator.nameFa);
