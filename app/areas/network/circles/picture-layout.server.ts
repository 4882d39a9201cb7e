import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { Picture } from "./circle-picture";

/** Size of the picture in units of its view box; one is about a pixel on a desk. */
const WIDTH = 960;
const MARGIN = 56;
const STEPS = 150;

type Point = SimulationNodeDatum & { key: string };

export type PictureLayout = {
  width: number;
  height: number;
  at: Record<string, { x: number; y: number }>;
};

/**
 * Where everything in a picture stands: near what it is tied to, off from the rest. The same picture is laid out alike each
 * time: the simulation starts from the order of the nodes and uses a fixed series instead of chance.
 */
export function layOut({ centre, nodes, lines }: Picture): PictureLayout {
  const points: Point[] = nodes.map(({ key }) => (key === centre ? { key, fx: 0, fy: 0 } : { key }));
  const links: (SimulationLinkDatum<Point> & { isMembership: boolean })[] = lines.map(
    ({ one, other, isMembership }) => ({ source: one, target: other, isMembership }),
  );
  forceSimulation(points)
    .force(
      "link",
      forceLink<Point, (typeof links)[number]>(links)
        .id(({ key }) => key)
        .distance(({ isMembership }) => (isMembership ? 150 : 90))
        .strength(({ isMembership }) => (isMembership ? 0.08 : 0.4)),
    )
    .force("apart", forceManyBody<Point>().strength(-320))
    .force("room", forceCollide<Point>(34))
    .force("x", forceX<Point>(0).strength(0.03))
    .force("y", forceY<Point>(0).strength(0.07))
    .stop()
    .tick(STEPS);
  const xs = points.map(({ x }) => x ?? 0);
  const ys = points.map(({ y }) => y ?? 0);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const inner = WIDTH - 2 * MARGIN;
  // Few stand no wider apart than they were put.
  const scale = Math.min(1.2, inner / Math.max(wide, 1));
  const shift = (WIDTH - wide * scale) / 2;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    width: WIDTH,
    height: round(high * scale + 2 * MARGIN),
    at: Object.fromEntries(
      points.map(({ key, x, y }) => [
        key,
        { x: round(((x ?? 0) - left) * scale + shift), y: round(((y ?? 0) - top) * scale + MARGIN) },
      ]),
    ),
  };
}
