import { classNames } from "~/ui/class-names";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import type { PictureLine, PictureNode, Standing } from "../../circles/circle-picture";
import type { NetworkKey } from "../../messages";
import type { PictureLayout } from "../../circles/picture-layout.server";

/** A node as it is drawn, with what the picture says of it. */
export type DrawnNode = PictureNode & { standing: Standing | null; to: string | null; isCentre: boolean };

/** Above this many nodes only those that stand out, and those with many ties, have their names in the drawing. */
const ALL_NAMED = 45;
const LONGEST_NAME = 22;

const short = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name);

/** A circle and its neighbours as lines and marks. Every mark is a link; the table beside it says the same in words. */
export function CircleDrawing({
  title,
  nodes,
  lines,
  layout,
}: {
  title: string;
  nodes: readonly DrawnNode[];
  lines: readonly PictureLine[];
  layout: PictureLayout;
}) {
  const at = (key: string) => layout.at[key] ?? { x: 0, y: 0 };
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={title}
      className="block h-auto w-full [direction:ltr]"
    >
      <g aria-hidden>
        {lines.map(({ one, other, isMembership }) => {
          const [a, b] = [at(one), at(other)];
          return (
            <line
              key={`${one} ${other} ${String(isMembership)}`}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              strokeDasharray={isMembership ? "2 5" : undefined}
              className={isMembership ? "stroke-edge" : "stroke-teal stroke-2"}
              opacity={isMembership ? 0.55 : 0.8}
            />
          );
        })}
      </g>
      {nodes.map((node) => (
        <Node key={node.key} node={node} {...at(node.key)} named={isNamed(node, nodes.length)} />
      ))}
    </svg>
  );
}

const isNamed = ({ standing, kind, isCentre }: DrawnNode, all: number): boolean =>
  all <= ALL_NAMED ||
  isCentre ||
  kind !== "person" ||
  (standing !== null && (standing.isAlone || standing.leaning !== null || standing.ties > 4));

function Node({ node, x, y, named }: { node: DrawnNode; x: number; y: number; named: boolean }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const { standing, kind } = node;
  const name = node[locale];
  const said = standing?.leaning
    ? t("network.picture.leaning", standing.leaning)
    : standing?.isAlone
      ? t("network.picture.alone")
      : null;
  const label = said ? `${name}: ${said}` : name;
  const badge = standing?.leaning
    ? t("network.picture.leaning.short", standing.leaning)
    : standing?.isAlone
      ? t("network.picture.alone.short")
      : null;
  const mark = (
    <>
      <title>{label}</title>
      <Mark node={node} />
      {named && (
        <text
          y={radiusOf(node) + 15}
          textAnchor="middle"
          direction={locale === "fa" ? "rtl" : "ltr"}
          className={classNames(
            "drawn-words fill-ink text-[13px]",
            (node.isCentre || badge) && "font-semibold",
          )}
        >
          {short(name)}
        </text>
      )}
      {badge && (
        <text
          y={-radiusOf(node) - 6}
          textAnchor="middle"
          direction={locale === "fa" ? "rtl" : "ltr"}
          className="drawn-words fill-saffron-ink text-[12px] font-semibold"
        >
          {badge}
        </text>
      )}
    </>
  );
  const where = `translate(${x} ${y})`;
  return node.to ? (
    <Link
      to={node.to}
      aria-label={label}
      className="outline-none hover:opacity-80 focus-visible:[&_.mark]:stroke-ink focus-visible:[&_.mark]:stroke-4"
    >
      <g transform={where} data-kind={kind}>
        {mark}
      </g>
    </Link>
  ) : (
    <g transform={where} role="img" aria-label={label}>
      {mark}
    </g>
  );
}

const radiusOf = ({ kind, isCentre, standing }: DrawnNode): number => {
  if (isCentre) return 18;
  if (kind !== "person") return 11;
  if (standing?.leaning) return 15;
  return 8 + Math.min(4, standing?.ties ?? 0);
};

/** Circles are squares, offices are squares on their corner, people are round: full for members, open for others. */
function Mark({ node }: { node: DrawnNode }) {
  const r = radiusOf(node);
  if (node.kind !== "person") {
    return (
      <rect
        x={-r}
        y={-r}
        width={2 * r}
        height={2 * r}
        rx={node.kind === "circle" ? 5 : 1}
        transform={node.kind === "office" ? "rotate(45) scale(0.8)" : undefined}
        className={classNames(
          "mark stroke-2",
          node.isCentre ? "fill-teal stroke-teal-deep" : "fill-sunk stroke-ink-2",
        )}
      />
    );
  }
  const { standing, isMember } = node;
  return (
    <circle
      r={r}
      strokeDasharray={standing?.isAlone ? "3 3" : undefined}
      className={classNames(
        "mark stroke-2",
        standing?.leaning
          ? "fill-saffron-tint stroke-saffron"
          : standing?.isAlone
            ? "fill-sheet stroke-saffron-ink"
            : isMember
              ? "fill-data-3 stroke-teal"
              : "fill-sheet stroke-teal",
      )}
    />
  );
}
