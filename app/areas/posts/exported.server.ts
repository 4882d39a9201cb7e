import type { Db } from "~/kernel/db.server";
import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import type { PostsKey } from "./messages";
import {
  listAppointments,
  listDeputies,
  listPosts,
  type AppointmentRow,
  type DeputyRow,
  type PostRow,
} from "./queries.server";
import { listVacancies, type Vacancy } from "./vacancies.server";
import { VACANCY_PARTS, vacancyFilterIn } from "./vacancy-filter";
import { whoseMove } from "./whose-move";

type PlacedPost = PostRow & { nameFa: string; nameEn: string };

type Below = { id: number; nameFa: string; nameEn: string; validTo: string | null };

/**
 * The open posts of a place and of those one step below it, with who holds them: officials, as their orders name them.
 * Which places are below is the divisions' to say, and comes with `listBelow`.
 */
export const postsExportedWith = (listBelow: (db: Db, placeId: number) => Promise<Below[]>) =>
  exportedList({
    isPersonal: false,
    levels: ["county", "province", "nation"],
    name: "posts",
    title: "posts.title" as PostsKey,
    page: "/posts",
    narrowedBy: [],
    filterOf: () => null,
    told: () => [],
    columns: (): ExportedColumn<PlacedPost, PostsKey>[] => [
      { header: "posts.column.place", width: 20, cell: (row, { named }) => named(row) },
      {
        header: "posts.column.post",
        width: 36,
        cell: (row, { named }) => named({ nameFa: row.titleFa, nameEn: row.titleEn }),
      },
      {
        header: "posts.column.holder",
        width: 28,
        cell: (row, { t }) => row.holder?.name ?? t("posts.vacant"),
      },
      {
        header: "posts.column.from",
        width: 14,
        cell: (row, { day }) => day(row.holder?.startsOn ?? row.vacantSince),
      },
      { header: "posts.column.to", width: 14, cell: (row, { day }) => day(row.holder?.endsOn ?? null) },
    ],
    // Bounded by the country's posts; `listPosts` refuses to cut them.
    read: async (db, { place, today }) => {
      const below = place.level === "county" ? [] : await listBelow(db, place.id);
      const open = below.filter(({ validTo }) => validTo === null || validTo > today);
      const places = new Map([place, ...open].map((one) => [one.id, one]));
      const posts = await listPosts(db, [...places.keys()], today);
      const rows = posts.map((post) => ({
        ...post,
        nameFa: places.get(post.divisionId)?.nameFa ?? "",
        nameEn: places.get(post.divisionId)?.nameEn ?? "",
      }));
      return { rows, next: null };
    },
  });

/** What is narrowed to one's own next step is, in a file, narrowed to the places one step below. */
const STEP_BELOW = { nation: "province", province: "county", county: null } as const;

/** The vacant posts of a place and of all below it, as their page shows them. */
export const exportedVacancies = exportedList({
  isPersonal: false,
  levels: ["county", "province", "nation"],
  name: "vacancies",
  title: "posts.vacancies" as PostsKey,
  page: "/posts/vacancies",
  narrowedBy: VACANCY_PARTS,
  filterOf: (asked, { place }) => vacancyFilterIn(asked, place),
  told: ({ province, role, mine }, { t }) => [
    province === undefined ? undefined : t("posts.vacancies.one-province"),
    role && t(`posts.power.who.${role}`),
    mine && t("posts.vacancies.mine"),
  ],
  columns: (): ExportedColumn<Vacancy, PostsKey>[] => [
    { header: "posts.column.place", width: 20, cell: (row, { named }) => named(row) },
    {
      header: "posts.column.post",
      width: 36,
      cell: (row, { named }) => named({ nameFa: row.titleFa, nameEn: row.titleEn }),
    },
    { header: "posts.vacancies.since", width: 14, cell: (row, { day }) => day(row.since) },
    {
      header: "posts.vacancies.last-end",
      width: 36,
      cell: (row, { t }) =>
        row.endReason ?? t(row.wasHeld ? "posts.vacancies.term-over" : "posts.vacancies.never-held"),
    },
    {
      header: "posts.vacancies.move",
      width: 32,
      cell: (row, { t, named, day }) => {
        if (row.next)
          return t("posts.vacancies.move.none", { name: row.next.name, date: day(row.next.startsOn) });
        const name = named({ nameFa: row.parentFa ?? "", nameEn: row.parentEn ?? "" });
        return t(`posts.vacancies.move.${whoseMove(row.divisionId, null)}`, { name });
      },
    },
  ],
  read: (db, { place, today }, filter, after, size) =>
    listVacancies(
      db,
      { lo: place.lo, hi: place.hi, fills: STEP_BELOW[place.level] },
      filter,
      today,
      after,
      size,
    ),
});

const official = { isPersonal: false, levels: ["county", "province", "nation"], narrowedBy: [] } as const;

/** Most rows of a place's history in a file: four posts, held anew every month for twenty years. */
const MOST = 1000;

/** Who held the posts of a place. */
export const exportedAppointments = exportedList({
  ...official,
  name: "appointments",
  title: "posts.history" as PostsKey,
  page: "/posts",
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<AppointmentRow, PostsKey>[] => [
    { header: "posts.column.holder", width: 28, cell: (row) => row.holderName },
    {
      header: "posts.column.post",
      width: 36,
      cell: (row, { named }) => named({ nameFa: row.titleFa, nameEn: row.titleEn }),
    },
    { header: "posts.column.order", width: 20, cell: (row) => row.orderNumber },
    { header: "posts.column.from", width: 14, cell: (row, { day }) => day(row.startsOn) },
    {
      header: "posts.column.to",
      width: 20,
      cell: (row, { day, t }) =>
        row.endedOn !== null && row.endsOn === null
          ? t("posts.history.called-off")
          : day(row.endsOn ?? row.endedOn),
    },
    { header: "posts.column.reason", width: 40, cell: (row) => row.endReason },
  ],
  read: async (db, { place }) => ({ rows: await listAppointments(db, place.id, MOST), next: null }),
});

/** Who acted for the posts of a place. */
export const exportedDeputies = exportedList({
  ...official,
  name: "deputies",
  title: "posts.deputy.history" as PostsKey,
  page: "/posts",
  filterOf: () => null,
  told: () => [],
  columns: (): ExportedColumn<DeputyRow, PostsKey>[] => [
    { header: "posts.deputy", width: 28, cell: (row) => row.name },
    {
      header: "posts.deputy.history.for",
      width: 28,
      cell: (row, { t }) => row.forName ?? t("posts.deputy.history.vacant"),
    },
    {
      header: "posts.column.post",
      width: 36,
      cell: (row, { named }) => named({ nameFa: row.titleFa, nameEn: row.titleEn }),
    },
    { header: "posts.column.from", width: 14, cell: (row, { day }) => day(row.startsOn) },
    { header: "posts.column.to", width: 14, cell: (row, { day }) => day(row.endedOn ?? row.endsOn) },
    { header: "posts.deputy.order", width: 20, cell: (row) => row.orderNumber },
    { header: "posts.deputy.history.by", width: 28, cell: (row) => row.namedByName },
  ],
  read: async (db, { place }) => ({ rows: await listDeputies(db, place.id, MOST), next: null }),
});
