import type { Period } from "~/lib/period";
import type { Borders } from "../borders";
import type { PeerRule } from "../peers";

/** What a board shows stands in its address, so that a link shows the same. */
export type BoardState = {
  placeId: number;
  code: string;
  period: Period;
  /** The province that the nation has opened. */
  province: number | null;
  explain: boolean;
  borders: Borders;
  /** Chosen by the reader; null: the indicator's own rule. */
  peers: PeerRule | null;
};

/** The board's address with some of its state changed. */
export function boardHref(state: BoardState, change: Partial<BoardState> = {}): string {
  const { placeId, code, period, province, explain, borders, peers } = { ...state, ...change };
  const search = new URLSearchParams({ indicator: code, period });
  if (province !== null) search.set("province", String(province));
  if (borders === "today") search.set("borders", borders);
  if (peers !== null) search.set("peers", peers);
  if (explain) search.set("explain", "1");
  return `/${placeId}/rollup?${search.toString()}`;
}
