import { BarChart } from "~/ui/charts/bar-chart";
import { LineChart } from "~/ui/charts/line-chart";
import { PeerStrip } from "~/ui/charts/peer-strip";
import { ProvenanceStrip } from "~/ui/charts/provenance-strip";
import { Sparkline } from "~/ui/charts/sparkline";
import { Columns } from "~/ui/columns";
import { useLocale, useT } from "~/ui/i18n";
import { IranMap, type DataStep } from "~/ui/map/iran-map";
import { PROVINCE_LABELS } from "~/ui/map/province-labels";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Percent } from "~/ui/percent";
import { Sheet } from "~/ui/sheet";
import { Stat } from "~/ui/stat";

/** Charts and the map. */
export function ChartSheet() {
  const t = useT();
  const { locale } = useLocale();
  const source = { what: t("s.chart-note"), source: t("s.ledger"), asOf: localDigits("1405/10/28", locale) };
  const provinces = Object.keys(PROVINCE_LABELS).map((code, index) => {
    const state =
      code === "11" || code === "22"
        ? "missing"
        : code === "29"
          ? "vacant"
          : index % 9 === 4
            ? "provisional"
            : "approved";
    const known = state === "approved" || state === "provisional";
    return {
      code,
      name: code === "27" ? t("s.golestan") : `${t("s.place")} ${localDigits(code, locale)}`,
      state,
      step: (((index * 3) % 5) + 1) as DataStep,
      to: `/0/provinces/${code}`,
      chosen: code === "27",
      ...(known ? { figure: localDigits(String(50 + index), locale) } : {}),
    } as const;
  });
  return (
    <main className="mx-auto max-w-[82.5rem] p-4 sm:p-8">
      <PageHeader title={t("s.chart")} crumbs={[{ label: t("s.nation") }]} />
      <div className="mb-6 flex flex-wrap items-start gap-6">
        <Stat size="headline" figure={<Percent ratio={0.7} />} label={t("s.chart")} />
        <div className="min-w-0 flex-1 basis-80">
          <ProvenanceStrip
            parts={[
              { state: "approved", count: 412, to: "/x" },
              { state: "provisional", count: 30 },
              { state: "missing", count: 27 },
              { state: "vacant", count: 13 },
            ]}
          />
        </div>
      </div>
      <Columns
        side={
          <div className="flex flex-col gap-4">
            <Sheet>
              <BarChart
                title={t("s.chart")}
                {...source}
                bars={[
                  { key: "a", label: t("s.governor"), value: 38, to: "/x" },
                  { key: "b", label: t("s.road"), value: 31 },
                  { key: "c", label: t("s.water"), value: 27, state: "provisional" },
                  { key: "d", label: t("s.power"), value: 18, chosen: true },
                  { key: "e", label: t("s.bodies"), value: null, state: "vacant" },
                  { key: "f", label: t("s.circle"), value: null, state: "missing" },
                  { key: "g", label: t("s.tier"), value: 0 },
                ]}
              />
            </Sheet>
            <Sheet>
              <PeerStrip
                title={t("s.chart")}
                floor={50}
                rows
                casesLabel={t("s.obligations")}
                {...source}
                peers={[84, 83, 72, 71, 71, 68, 63, 62, 59, 57, 55].map((value, index) => ({
                  key: String(index),
                  label:
                    index === 3
                      ? t("s.golestan")
                      : `${t("s.place")} ${localDigits(String(index + 1), locale)}`,
                  value,
                  cases: index === 9 ? 12 : 200 + index,
                  chosen: index === 3,
                }))}
              />
            </Sheet>
          </div>
        }
      >
        <div className="flex flex-col gap-4">
          <Sheet>
            <IranMap
              title={t("s.map")}
              {...source}
              provinces={provinces}
              valueHead={t("s.percent")}
              bands={(["<55", "55–61", "62–69", "70–76", "77+"] as const).map((band, index) => ({
                step: ([1, 2, 3, 4, 5] as const)[index] ?? 5,
                words: localDigits(band, locale),
              }))}
            />
          </Sheet>
          <Sheet>
            <LineChart
              title={t("s.trend")}
              note={t("s.percent")}
              {...source}
              labels={["1403/4", "1404/1", "1404/2", "1404/3", "1404/4", "1405/1", "1405/2", "1405/3"].map(
                (label) => localDigits(label, locale),
              )}
              series={[
                {
                  key: "g",
                  label: t("s.golestan"),
                  points: [44, 49, 54, 58, 57, 64, 68, 71].map((value) => ({ value })),
                },
                {
                  key: "n",
                  label: t("s.nation"),
                  main: true,
                  points: [51, 54, 58, 57, 62, null, 67, 70].map((value, index) => ({
                    value,
                    provisional: index === 7,
                  })),
                },
              ]}
            />
          </Sheet>
          <Sheet>
            <Sparkline values={[2, 3, 5, 4, 6, 5, 8, 9]} label="2, 3, 5, 4, 6, 5, 8, 9" />
          </Sheet>
        </div>
      </Columns>
    </main>
  );
}
