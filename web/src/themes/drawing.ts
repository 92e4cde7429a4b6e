import type { Lineage, LineageNode } from '@/api/themes'

/** Where things stand in a drawing of lineage: a column for each layer, the sources at the left. */
export const LAYERS = ['SOURCE', 'ODS', 'DWD', 'DWS', 'ADS'] as const
export const LAYER_NAMES: Record<string, string> = {
  SOURCE: '来源字段',
  ODS: '贴源层 ODS',
  DWD: '明细层 DWD',
  DWS: '汇总层 DWS',
  ADS: '应用层 ADS',
}
export const BOX = { width: 176, height: 36, gapX: 44, gapY: 8, top: 28 }

export interface Placed extends LineageNode {
  x: number
  y: number
}
export interface Drawn {
  nodes: Placed[]
  lines: { path: string; from: string; to: string }[]
  width: number
  height: number
}

export function draw(lineage: Lineage): Drawn {
  const heights = new Map<string, number>()
  // DWD may build on DWD: what has an input in its own layer stands lower, in the same column.
  const nodes: Placed[] = lineage.nodes.map((node) => {
    const column = Math.max(0, LAYERS.indexOf(node.layer as (typeof LAYERS)[number]))
    const row = heights.get(node.layer) ?? 0
    heights.set(node.layer, row + 1)
    return { ...node, x: column * (BOX.width + BOX.gapX), y: BOX.top + row * (BOX.height + BOX.gapY) }
  })
  const places = new Map(nodes.map((node) => [node.id, node]))
  const lines = lineage.edges.flatMap(({ from, to }) => {
    const start = places.get(from)
    const end = places.get(to)
    return start && end ? [{ from, to, path: curve(start, end) }] : []
  })
  const tallest = Math.max(1, ...heights.values())
  return {
    nodes,
    lines,
    width: LAYERS.length * (BOX.width + BOX.gapX) - BOX.gapX,
    height: BOX.top + tallest * (BOX.height + BOX.gapY),
  }
}

function curve(start: Placed, end: Placed): string {
  const y1 = start.y + BOX.height / 2
  const y2 = end.y + BOX.height / 2
  if (start.x === end.x) {
    const x = start.x + BOX.width
    return `M${x},${y1} C${x + 24},${y1} ${x + 24},${y2} ${x},${y2}`
  }
  const x1 = start.x + BOX.width
  const middle = (x1 + end.x) / 2
  return `M${x1},${y1} C${middle},${y1} ${middle},${y2} ${end.x},${y2}`
}

/** All from which a node comes, and all that comes from it. */
export function thread(lineage: Lineage, id: string): Set<string> {
  const found = new Set([id])
  const follow = (start: string, next: (node: string) => string[]) => {
    const open = [start]
    while (open.length > 0) {
      for (const one of next(open.pop()!)) {
        if (!found.has(one)) {
          found.add(one)
          open.push(one)
        }
      }
    }
  }
  follow(id, (node) => lineage.edges.filter((edge) => edge.to === node).map((edge) => edge.from))
  follow(id, (node) => lineage.edges.filter((edge) => edge.from === node).map((edge) => edge.to))
  return found
}
