// A line of supply laid out as layers, from where rounds came into the world to where they stand now. A pure function of
// steps; units are those of the drawing.

import type { Step } from '../api/shapes';

/** Acts by which rounds leave lawful hands, or are not where the book says. */
const BREAKS = new Set(['theft', 'loss', 'seize', 'recover', 'attribute']);

export const isBreak = (step: Step): boolean => step.gap !== '' || BREAKS.has(step.kind);

export interface SupplyNode {
  name: string;
  layer: number;
  x: number;
  y: number;
  height: number;
  rounds: number;
  broken: boolean;
}

export interface SupplyLink {
  from: SupplyNode;
  to: SupplyNode;
  rounds: number;
  width: number;
  broken: boolean;
  uncertain: boolean;
  steps: Step[];
  path: string;
  /** Where its words stand. */
  at: { x: number; y: number };
}

export interface Supply {
  nodes: SupplyNode[];
  links: SupplyLink[];
  width: number;
  height: number;
  /** Links not drawn, the smallest. */
  left_out: number;
}

const NODE = 14;
const LAYER = 235;
const WIDEST = 64;
const THINNEST = 3;
/** Above each node, for its name. */
const NAME = 20;
const GAP = 22;
/** Drawn at most; what is left out stands in the table. */
const MOST_LINKS = 90;

/** A dispatch that was received is drawn once, as its receipt. */
export function drawn(steps: Step[]): Step[] {
  const received = new Set(steps.filter((step) => step.kind === 'receive').flatMap((step) => step.records.slice(1)));
  return steps.filter((step) => !(step.kind === 'dispatch' && step.records.some((record) => received.has(record))));
}

interface Bundle {
  from: string;
  to: string;
  steps: Step[];
}

/** Steps between the same two, together; those that break the line apart from those that do not. */
function bundled(steps: Step[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const step of steps) {
    if (step.from === step.to) continue;
    const key = JSON.stringify([step.from, step.to, isBreak(step)]);
    const bundle = bundles.get(key) ?? { from: step.from, to: step.to, steps: [] };
    bundle.steps.push(step);
    bundles.set(key, bundle);
  }
  return [...bundles.values()];
}

/** The longest way to each name, links that lead back left out. */
function layersOf(bundles: Bundle[]): Map<string, number> {
  const onward = new Map<string, string[]>();
  for (const { from, to } of bundles) onward.set(from, [...(onward.get(from) ?? []), to]);
  const layer = new Map<string, number>();
  const walk = (name: string, depth: number, way: Set<string>) => {
    if (way.has(name) || depth <= (layer.get(name) ?? -1)) return;
    layer.set(name, depth);
    way.add(name);
    for (const next of onward.get(name) ?? []) walk(next, depth + 1, way);
    way.delete(name);
  };
  const entered = new Set(bundles.map(({ to }) => to));
  const names = bundles.flatMap(({ from, to }) => [from, to]);
  for (const name of names) if (!entered.has(name)) walk(name, 0, new Set());
  for (const name of names) if (!layer.has(name)) walk(name, 0, new Set());
  return layer;
}

/** Rounds that stand after corrections. */
const sum = (bundles: Bundle[]) =>
  bundles.flatMap(({ steps }) => steps).reduce((total, step) => total + step.rounds - step.corrected, 0);

export function layOut(steps: Step[]): Supply {
  const all = bundled(drawn(steps));
  const weight = (bundle: Bundle) => (bundle.steps.some(isBreak) ? Infinity : sum([bundle]));
  const bundles = all.length <= MOST_LINKS ? all : [...all].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_LINKS);
  const layers = layersOf(bundles);
  const nodes = new Map<string, SupplyNode>();
  for (const [name, layer] of layers) {
    const rounds = Math.max(sum(bundles.filter(({ to }) => to === name)), sum(bundles.filter(({ from }) => from === name)));
    const arrivals = bundles.filter(({ to }) => to === name);
    const broken = arrivals.length > 0 && arrivals.every((bundle) => bundle.steps.every(isBreak));
    nodes.set(name, { name, layer, x: layer * LAYER, y: 0, height: 0, rounds, broken });
  }
  const most = Math.max(1, ...[...nodes.values()].map(({ rounds }) => rounds));
  const widthOf = (rounds: number) => Math.max(THINNEST, (WIDEST * rounds) / most);

  // Each node is as high as the links on its fuller side; nodes of a layer stand in the order of where they come from.
  for (const node of nodes.values()) {
    const high = (links: Bundle[]) => links.reduce((total, link) => total + widthOf(sum([link])), 0);
    node.height = Math.max(
      high(bundles.filter(({ to }) => to === node.name)),
      high(bundles.filter(({ from }) => from === node.name))
    );
  }
  const last = Math.max(0, ...layers.values());
  let height = 0;
  for (let layer = 0; layer <= last; layer++) {
    const here = [...nodes.values()].filter((node) => node.layer === layer);
    const wish = (node: SupplyNode) => {
      const before = bundles
        .filter(({ to }) => to === node.name)
        .map(({ from }) => nodes.get(from)!)
        .filter((other) => other.layer < layer);
      return before.length ? before.reduce((total, other) => total + other.y + other.height / 2, 0) / before.length : 0;
    };
    const wishes = new Map(here.map((node) => [node, wish(node)]));
    here.sort((a, b) => Number(a.broken) - Number(b.broken) || wishes.get(a)! - wishes.get(b)! || b.rounds - a.rounds);
    let y = 0;
    for (const node of here) {
      node.y = y + NAME;
      y += NAME + node.height + GAP;
    }
    height = Math.max(height, y);
  }

  const leaving = new Map<SupplyNode, number>();
  const arriving = new Map<SupplyNode, number>();
  const ordered = [...bundles].sort(
    (a, b) => nodes.get(a.to)!.y - nodes.get(b.to)!.y || nodes.get(a.from)!.y - nodes.get(b.from)!.y
  );
  const links = ordered.map((bundle): SupplyLink => {
    const from = nodes.get(bundle.from)!;
    const to = nodes.get(bundle.to)!;
    const rounds = sum([bundle]);
    const width = widthOf(rounds);
    const y1 = from.y + (leaving.get(from) ?? 0) + width / 2;
    const y2 = to.y + (arriving.get(to) ?? 0) + width / 2;
    leaving.set(from, (leaving.get(from) ?? 0) + width);
    arriving.set(to, (arriving.get(to) ?? 0) + width);
    const x1 = from.x + NODE;
    const x2 = to.x;
    const middle = (x1 + x2) / 2;
    // What leads back bows below the drawing, so that it is not taken for a step onward.
    const path =
      to.layer > from.layer
        ? `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${x2},${y2}`
        : `M${x1},${y1} C${x1 + 60},${height + 20} ${x2 - 60},${height + 20} ${x2},${y2}`;
    return {
      from,
      to,
      rounds,
      width,
      broken: bundle.steps.every(isBreak),
      uncertain: bundle.steps.some((step) => !step.certain || step.after_find),
      steps: bundle.steps,
      path,
      at: { x: x1 + (x2 - x1) * 0.5, y: (y1 + y2) / 2 }
    };
  });
  const leads_back = links.some(({ from, to }) => to.layer <= from.layer);
  return {
    nodes: [...nodes.values()],
    links,
    width: last * LAYER + NODE,
    height: height + (leads_back ? 30 : 0),
    left_out: all.length - bundles.length
  };
}
