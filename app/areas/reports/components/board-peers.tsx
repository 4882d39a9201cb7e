import { PeerStrip, type Peer } from "~/ui/charts/peer-strip";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { formatNumber } from "~/ui/numbers";
import { Sheet } from "~/ui/sheet";
import { casesOf, valueOf } from "../checks";
import type { ReportsKey } from "../messages";
import { PEER_RULES, peerGroupOf, type PeerRule } from "../peers";
import type { BoardLine, BoardView } from "../queries/board-page.server";
import { asOfWords } from "./explain-panel";

type Group = ReturnType<typeof peerGroupOf> & { lines: BoardLine[] };

/** Places with a figure, by group, the group of the fewest people first. */
function groupsOf(lines: readonly BoardLine[], rule: PeerRule, level: "county" | "province"): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    if (!line.figure || valueOf(line.figure) === null) continue;
    const group = peerGroupOf(line, rule, level);
    const held = groups.get(group.key)?.lines ?? [];
    groups.set(group.key, { ...group, lines: [...held, line] });
  }
  return [...groups.values()].sort((one, other) => (one.from ?? -1) - (other.from ?? -1));
}

/** Places beside those like them, each group on one scale; who has too few cases is named and not ranked. */
export function BoardPeers({
  board,
  level,
  rule,
  hrefOf,
}: {
  board: BoardView;
  level: "county" | "province";
  rule: PeerRule;
  hrefOf: (rule: PeerRule) => string;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const now = useNow();
  const isRate = board.indicator.kind === "rate";
  const floor = isRate || board.indicator.kind === "median" ? board.indicator.minimumCount : 0;
  const edge = (value: number | null) => formatNumber(value ?? 0, locale);
  const named = ({ key, from, to }: Group) => {
    if (key === "unknown") return t("reports.board.peers.unknown");
    if (key === "grade-special") return t("reports.board.peers.special");
    if (key === "grade-ordinary") return t("reports.board.peers.ordinary");
    if (from === null) return t("reports.board.peers.below", { to: edge(to) });
    if (to === null) return t("reports.board.peers.above", { from: edge(from) });
    return t("reports.board.peers.between", { from: edge(from), to: edge(to) });
  };
  const peersOf = (group: Group): Peer[] =>
    group.lines.map(({ divisionId, nameFa, nameEn, figure }) => ({
      key: String(divisionId),
      label: locale === "fa" ? nameFa : nameEn,
      value: (figure && valueOf(figure)) ?? 0,
      cases: (figure && (casesOf(figure) ?? figure.numerator)) ?? 0,
    }));
  const groups = groupsOf(board.lines, rule, level);
  return (
    <Sheet>
      {level === "county" && (
        <div className="mb-3 flex flex-wrap gap-2 print:hidden">
          {PEER_RULES.map((one) => (
            <LinkButton key={one} to={hrefOf(one)} size="small" kind={one === rule ? "primary" : "secondary"}>
              {t(`reports.board.peers.by-${one}`)}
            </LinkButton>
          ))}
        </div>
      )}
      <div className="flex flex-col gap-6">
        {groups.map((group) => (
          <PeerStrip
            key={group.key}
            title={named(group)}
            note={floor > 0 && t("reports.board.peers.floor", { least: floor })}
            peers={peersOf(group)}
            floor={floor}
            unit={isRate ? "percent" : "number"}
            casesLabel={t("reports.board.peers.cases")}
            rows
            asOf={asOfWords(board.asOf, now, locale)}
            source={t("reports.board.source")}
          />
        ))}
        {groups.length === 0 && <p className="text-second text-ink-3">{t("reports.board.no-figure")}</p>}
      </div>
      <p className="mt-3 text-meta text-ink-3">{t("reports.board.peers.census")}</p>
    </Sheet>
  );
}
