import type { Piece } from "~/lib/differences";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import type { Figure } from "../figure";
import type { ReportsKey } from "../messages";
import type { VersionDifference } from "../queries/versions.server";
import { FigureText } from "./figure-text";

/** A stretch of a text: added, removed, or as it was. */
export function Said({ piece }: { piece: Piece }) {
  const t = useT<ReportsKey>();
  // Told by a line under or through it and by a word for whoever hears the page, not by colour alone.
  if (piece.kind === "added")
    return (
      <ins className="bg-teal-tint text-teal-deep underline decoration-2 underline-offset-4">
        <span className="sr-only">{t("reports.difference.added")}: </span>
        {piece.text}
      </ins>
    );
  if (piece.kind === "removed")
    return (
      <del className="bg-brick-tint text-brick line-through">
        <span className="sr-only">{t("reports.difference.removed")}: </span>
        {piece.text}
      </del>
    );
  return <>{piece.text}</>;
}

/** What a version changed of the one before it: figures beside each other, narratives word by word. */
export function VersionDifferenceView({ difference }: { difference: VersionDifference }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { figures, narratives, sameFigures, sameNarratives, older, newer } = difference;
  const n = (version: number) => localDigits(String(version), locale);
  const shown = (figure: Figure | null) =>
    figure ? <FigureText figure={figure} /> : t("reports.difference.none");
  return (
    <div className="flex flex-col gap-6">
      <Section
        title={t("reports.difference.figures")}
        note={sameFigures > 0 ? t("reports.difference.same-figures", { count: sameFigures }) : undefined}
      >
        {figures.length === 0 ? (
          <p className="text-second text-ink-3">{t("reports.difference.no-figure")}</p>
        ) : (
          <Table
            caption={t("reports.difference.figures")}
            rows={figures}
            rowKey={(row) => row.code}
            columns={[
              {
                key: "name",
                header: t("reports.column.indicator"),
                cell: (row) => (locale === "fa" ? row.nameFa : row.nameEn),
              },
              {
                key: "before",
                header: t("reports.difference.before", { number: n(older) }),
                numeric: true,
                noWrap: true,
                cell: (row) => shown(row.before),
              },
              {
                key: "after",
                header: t("reports.difference.before", { number: n(newer) }),
                numeric: true,
                noWrap: true,
                cell: (row) => <span className="text-row-figure">{shown(row.after)}</span>,
              },
            ]}
          />
        )}
      </Section>
      <Section
        title={t("reports.difference.narratives")}
        note={
          sameNarratives > 0 ? t("reports.difference.same-narratives", { count: sameNarratives }) : undefined
        }
      >
        {narratives.length === 0 ? (
          <p className="text-second text-ink-3">{t("reports.difference.no-narrative")}</p>
        ) : (
          <ul className="flex flex-col gap-4">
            {narratives.map((one) => (
              <li key={one.code} className="rounded-card border border-line-2 bg-sheet px-4 py-3">
                <h3 className="mb-2 text-item">
                  {one.code === "summary"
                    ? t("reports.narrative.summary")
                    : locale === "fa"
                      ? one.textFa
                      : one.textEn}
                </h3>
                {one.found.map((part, index) =>
                  part.kind === "same" ? (
                    <p key={index} className="text-meta text-ink-3">
                      {localDigits(t("reports.difference.same-lines", { count: part.count }), locale)}
                    </p>
                  ) : (
                    <p key={index} lang="fa" dir="auto" className="leading-[2] whitespace-pre-wrap">
                      {part.pieces.map((piece, at) => (
                        <Said key={at} piece={piece} />
                      ))}
                    </p>
                  ),
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
