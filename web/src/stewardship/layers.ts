import type { Edge } from '@/api/stewardship'

export interface Placed {
  name: string
  layer: number
  place: number
}

/** Datasets in layers from left to right: each stands to the right of all that it is made of. */
export function layers(centre: string, edges: Edge[]): Placed[] {
  const names = new Set<string>([centre])
  edges.forEach((edge) => names.add(edge.source).add(edge.target))
  const layer = new Map<string, number>([...names].map((name) => [name, 0]))
  // A circle would push its datasets on for ever: no way is longer than there are datasets.
  for (let round = 0; round < names.size; round++) {
    let moved = false
    for (const edge of edges) {
      const wanted = (layer.get(edge.source) ?? 0) + 1
      if (edge.source !== edge.target && wanted > (layer.get(edge.target) ?? 0) && wanted < names.size) {
        layer.set(edge.target, wanted)
        moved = true
      }
    }
    if (!moved) break
  }
  const places = new Map<number, number>()
  return [...names].sort().map((name) => {
    const mine = layer.get(name) ?? 0
    const place = places.get(mine) ?? 0
    places.set(mine, place + 1)
    return { name, layer: mine, place }
  })
}
