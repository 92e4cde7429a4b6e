import { describe, expect, it } from 'vitest'
import type { Edge } from '@/api/stewardship'
import { layers } from './layers'

const edge = (source: string, target: string): Edge => ({
  source,
  target,
  sourceColumn: '',
  targetColumn: '',
  pipeline: '',
  batch: '',
  at: '',
})
const layerOf = (edges: Edge[], name: string) => layers('c', edges).find((one) => one.name === name)?.layer

describe('layers', () => {
  it('puts a dataset to the right of all that it is made of', () => {
    const edges = [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')]
    expect(layerOf(edges, 'a')).toBe(0)
    expect(layerOf(edges, 'b')).toBe(1)
    expect(layerOf(edges, 'c')).toBe(2)
  })
  it('shows a dataset without lineage by itself', () => {
    expect(layers('c', [])).toEqual([{ name: 'c', layer: 0, place: 0 }])
  })
  it('ends on a circle', () => {
    expect(layers('c', [edge('a', 'c'), edge('c', 'a')])).toHaveLength(2)
  })
  it('gives each of a layer its own place', () => {
    const places = layers('c', [edge('a', 'c'), edge('b', 'c')]).filter((one) => one.layer === 0)
    expect(places.map((one) => one.place)).toEqual([0, 1])
  })
})
