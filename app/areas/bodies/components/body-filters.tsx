import { FilterChips } from "~/ui/filter-chips";
import { useT } from "~/ui/i18n";
import { BODY_KINDS, GROUPS_OF_FIVE, type BodyKind, type GroupOfFive } from "../choices";
import type { BodiesKey } from "../messages";

export type BodyView = {
  q: string;
  kind?: BodyKind | undefined;
  five?: GroupOfFive | undefined;
  closed: boolean;
  after: string | null;
};

/** Reads the address of a list of bodies; whatever is not understood is left out. */
export function bodyView(params: URLSearchParams): BodyView {
  return {
    q: (params.get("q") ?? "").slice(0, 100).trim(),
    kind: BODY_KINDS.find((kind) => kind === params.get("kind")),
    five: GROUPS_OF_FIVE.find((five) => five === params.get("five")),
    closed: params.get("closed") === "1",
    after: params.get("after"),
  };
}

/** The address of a list of bodies with something changed; the page begins anew. */
export function bodyHref(base: string, view: BodyView, change: Partial<BodyView>): string {
  const { kind, five, closed, after } = { ...view, after: null, ...change };
  const params = new URLSearchParams();
  if (kind) params.set("kind", kind);
  if (five) params.set("five", five);
  if (closed) params.set("closed", "1");
  if (after) params.set("after", after);
  const query = params.toString();
  return query ? `${base}?${query}` : base;
}

/** Filters of a list of bodies: type, group of five, and those that ended. */
export function BodyFilters({ base, view, ended }: { base: string; view: BodyView; ended: BodiesKey }) {
  const t = useT<BodiesKey>();
  return (
    <>
      <FilterChips
        label={t("bodies.filter.kind")}
        chips={[
          {
            to: bodyHref(base, view, { kind: undefined }),
            label: t("bodies.filter.all"),
            active: !view.kind,
          },
          ...BODY_KINDS.map((kind) => ({
            to: bodyHref(base, view, { kind }),
            label: t(`bodies.kind.${kind}`),
            active: view.kind === kind,
          })),
        ]}
      />
      <FilterChips
        label={t("bodies.filter.five")}
        chips={[
          {
            to: bodyHref(base, view, { five: undefined }),
            label: t("bodies.filter.all"),
            active: !view.five,
          },
          ...GROUPS_OF_FIVE.map((five) => ({
            to: bodyHref(base, view, { five }),
            label: t(`bodies.five.${five}`),
            active: view.five === five,
          })),
        ]}
      />
      <FilterChips
        label={t("bodies.filter.state")}
        chips={[false, true].map((closed) => ({
          to: bodyHref(base, view, { closed }),
          label: t(closed ? ended : "bodies.filter.standing"),
          active: view.closed === closed,
        }))}
      />
    </>
  );
}
