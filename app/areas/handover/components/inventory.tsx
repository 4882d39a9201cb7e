import { parsePeriod, periodLabel } from "~/lib/period";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Nothing, Table, type Column } from "~/ui/table";
import { SECTIONS, type Counts, type Section as Part } from "../choices";
import type { HandoverKey } from "../messages";
import type { InventoryLine } from "../inventory.server";

/** Where the record of a line stands, from the place's address on; null where it has no page of its own. */
function pathOf({ section, subjectId, personId }: InventoryLine): string | null {
  if (section === "correct") return "/network/corrections";
  if (section === "list") return `/network?list=${subjectId ?? ""}`;
  if (personId) return `/network/people/${personId}`;
  if (!subjectId) return null;
  const folders: Partial<Record<Part, string>> = {
    obligation: "/obligations",
    demand: "/demands",
    obstacle: "/obstacles",
    leg: "/obstacles/received",
    draft: "/minutes/review",
    join: "/network/joining",
    arrival: "/network/relocations",
    pair: "/network/duplicates",
  };
  const folder = folders[section];
  return folder ? `${folder}/${subjectId}` : null;
}

const isOfPersons = (part: Part) => ["call", "action", "agreed", "correct", "member"].includes(part);
/** What names somebody who is no member, or two records that may be one. */
const isOfNames = (part: Part) => ["join", "arrival", "pair"].includes(part);
const TIERS: readonly string[] = ["core", "active", "wide"];

function What({ line, home }: { line: InventoryLine; home: string }) {
  const t = useT<HandoverKey>();
  const { locale } = useLocale();
  const period = line.section === "report" && line.title ? parsePeriod(line.title) : null;
  const own = period ? periodLabel(period, locale) : line.title;
  const text =
    isOfPersons(line.section) || isOfNames(line.section)
      ? (line.personName ?? t("handover.person-gone"))
      : (own ?? <Nothing />);
  const path = pathOf(line);
  return (
    <span>
      {path ? (
        <Link to={`${home}${path}`} className="inline-flex min-h-6 items-center hover:text-teal">
          <bdi>{text}</bdi>
        </Link>
      ) : (
        <bdi>{text}</bdi>
      )}
      {line.section === "action" && line.title !== null && (
        <span className="block text-second text-ink-2">
          <bdi>{line.title}</bdi>
        </span>
      )}
    </span>
  );
}

function PartOf({
  part,
  lines,
  count,
  home,
}: {
  part: Part;
  lines: InventoryLine[];
  count: number;
  home: string;
}) {
  const t = useT<HandoverKey>();
  // The tiers are the network's, and a county may call them otherwise.
  const inWords = useT();
  const title = t(`handover.part.${part}`);
  const day = (iso: InventoryLine["dueOn"]) => (iso === null ? <Nothing /> : <DateText iso={iso} />);
  const columns: Column<InventoryLine>[] = [
    { key: "what", header: t("handover.column.what"), cell: (line) => <What line={line} home={home} /> },
    ...(isOfPersons(part)
      ? [
          {
            key: "tier",
            header: t("handover.column.tier"),
            cell: ({ tier }: InventoryLine) =>
              tier !== null && TIERS.includes(tier) ? inWords(`network.tier.${tier}`) : <Nothing />,
          },
        ]
      : []),
    ...(lines.some((line) => line.lastOn !== null)
      ? [
          {
            key: "last",
            header: t(part === "member" ? "handover.column.talk" : "handover.column.last"),
            noWrap: true,
            cell: (line: InventoryLine) => day(line.lastOn),
          },
        ]
      : []),
    ...(lines.some((line) => line.dueOn !== null)
      ? [
          {
            key: "due",
            header: t("handover.column.next"),
            noWrap: true,
            cell: (line: InventoryLine) => day(line.dueOn),
          },
        ]
      : []),
  ];
  return (
    <Section title={title} note={<Num value={count} />}>
      {part === "note" ? (
        lines.map((line) => (
          <p key={line.lineNo} className="whitespace-pre-line text-second">
            <bdi>{line.title}</bdi>
          </p>
        ))
      ) : (
        <Table caption={title} columns={columns} rows={lines} rowKey={(line) => String(line.lineNo)} />
      )}
      {count > lines.length && lines.length > 0 && (
        <p className="mt-2 text-second text-ink-3">{t("handover.more", { count: count - lines.length })}</p>
      )}
    </Section>
  );
}

/** What is passed on, part by part; numbers alone where there are no lines to read. */
export function Inventory({
  counts,
  lines,
  home,
}: {
  counts: Counts;
  lines: InventoryLine[];
  /** The address of the place whose records these are. */
  home: string;
}) {
  const t = useT<HandoverKey>();
  const parts = SECTIONS.filter((part) => (counts[part] ?? 0) > 0);
  if (parts.length === 0) return <p className="text-second text-ink-3">{t("handover.nothing")}</p>;
  return (
    <>
      {counts.waiting !== undefined && counts.waiting > 0 && (
        <p className="mb-3 text-second text-ink-2">{t("handover.waiting", { count: counts.waiting })}</p>
      )}
      {lines.length === 0 ? (
        <dl className="grid max-w-120 grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 text-second">
          {parts.map((part) => (
            <div key={part} className="contents">
              <dt className="text-ink-2">{t(`handover.part.${part}`)}</dt>
              <dd className="text-end font-[550]">
                <Num value={counts[part] ?? 0} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        parts.map((part) => (
          <PartOf
            key={part}
            part={part}
            count={counts[part] ?? 0}
            lines={lines.filter((line) => line.section === part)}
            home={home}
          />
        ))
      )}
    </>
  );
}
