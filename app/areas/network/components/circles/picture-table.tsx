import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Table, type Column } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import type { DrawnNode } from "./circle-drawing";

/** What the drawing shows, in words: those who stand out first, then those with the most relationships. */
export function PictureTable({ caption, nodes }: { caption: string; nodes: readonly DrawnNode[] }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const turn = ({ standing, isCentre }: DrawnNode) =>
    isCentre ? 0 : standing?.leaning ? 1 : standing?.isAlone ? 2 : 3;
  const rows = [...nodes].sort(
    (a, b) =>
      turn(a) - turn(b) ||
      (b.standing?.ties ?? 0) - (a.standing?.ties ?? 0) ||
      a[locale].localeCompare(b[locale], locale),
  );
  const columns: Column<DrawnNode>[] = [
    {
      key: "name",
      header: t("network.picture.who"),
      cell: (row) =>
        row.to ? (
          <Link to={row.to} className="inline-flex min-h-6 items-center hover:text-teal">
            <bdi>{row[locale]}</bdi>
          </Link>
        ) : (
          <bdi>{row[locale]}</bdi>
        ),
    },
    {
      key: "what",
      header: t("network.picture.what"),
      cell: (row) =>
        t(
          row.isCentre
            ? "network.picture.centre"
            : row.isMember
              ? "network.picture.member"
              : `network.picture.${row.kind}`,
        ),
    },
    {
      key: "ties",
      header: t("network.picture.ties"),
      numeric: true,
      cell: (row) => (row.standing ? <Num value={row.standing.ties} column /> : "–"),
    },
    {
      key: "stands",
      header: t("network.picture.stands"),
      cell: (row) =>
        row.standing?.leaning ? (
          <Chip tone="saffron" icon="users">
            {t("network.picture.leaning", row.standing.leaning)}
          </Chip>
        ) : row.standing?.isAlone ? (
          <Chip icon="circle-dashed">{t("network.picture.alone")}</Chip>
        ) : (
          "–"
        ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
