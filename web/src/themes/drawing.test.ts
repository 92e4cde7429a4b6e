import { expect, test } from 'vitest'
import { draw, thread } from './drawing'

const node = (id: string, layer: string) => ({ id, layer, dataset: '', column: id, title: id, how: null })
const lineage = {
  nodes: [node('s', 'SOURCE'), node('o', 'ODS'), node('o2', 'ODS'), node('d', 'DWD'), node('a', 'ADS')],
  edges: [
    { from: 's', to: 'o' },
    { from: 'o', to: 'd' },
    { from: 'd', to: 'a' },
  ],
  versions: [],
}

test('sources stand at the left, figures at the right', () => {
  const drawn = draw(lineage)
  const x = Object.fromEntries(drawn.nodes.map((one) => [one.id, one.x]))
  expect(x.s).toBeLessThan(x.o!)
  expect(x.o).toBe(x.o2)
  expect(x.d).toBeLessThan(x.a!)
  expect(drawn.lines).toHaveLength(3)
})

test('a thread leads from the source to the figure and leaves out what is beside it', () => {
  expect([...thread(lineage, 'd')].sort()).toEqual(['a', 'd', 'o', 's'])
})
