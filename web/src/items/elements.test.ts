import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ItemContent } from '@/api/items'
import { below, nextCode, SECTIONS, withElement, type Element, type Row } from './elements'

const FOLDER = new URL('../../../support/src/main/resources/items/', import.meta.url)
const contents = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, (JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as { content: Row }).content] as const)

/** Places of a value that no element of the editor asks for. */
function unasked(value: Row, elements: Element[], at: string): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const element = elements.find((one) => one.key === key)
    if (!element) return [`${at}/${key}`]
    if (element.kind !== 'list' || !Array.isArray(inner)) return []
    return inner.flatMap((row) => unasked(row as Row, element.fields!, `${at}/${key}`))
  })
}

describe('the editor of an implementation list', () => {
  it.each(contents)('asks for every element of %s', (_, content) => {
    const missing = Object.entries(content).flatMap(([key, part]) => {
      const groups = SECTIONS.filter((section) => section.at === `/${key}`)
      if (groups.length > 0)
        return unasked(
          part as Row,
          groups.flatMap((group) => group.elements),
          `/${key}`,
        )
      return unasked(
        { [key]: part },
        SECTIONS.filter((one) => one.at === '').flatMap((one) => one.elements),
        '',
      )
    })
    expect([...new Set(missing)]).toEqual([])
  })

  it('begins a new row with all that the server expects of it', () => {
    const lists = SECTIONS.flatMap((section) => section.elements).filter((one) => one.kind === 'list')
    for (const list of lists) {
      expect(Object.keys(list.fresh!([])).sort(), list.label).toEqual(list.fields!.map((field) => field.key).sort())
    }
  })

  it('gives a new row a code that no other has, also after one was removed', () => {
    expect(nextCode([], 'M')).toBe('M01')
    expect(nextCode([{ code: 'M01' }, { code: 'M03' }], 'M')).toBe('M04')
  })

  it('changes one element and leaves the others the very same', () => {
    const content = { basics: { name: '旧' }, fees: [] } as unknown as ItemContent
    const next = withElement(content, '/basics', 'name', '新')
    expect(next.basics.name).toBe('新')
    expect(next.fees).toBe(content.fees)
    expect(content.basics.name).toBe('旧')
  })

  it('finds what is wrong at a place and below, not beside it', () => {
    const gaps = ['/materials/1', '/materials/1/name', '/materials/10/name', '/materials'].map((pointer) => ({
      pointer,
    }))
    expect(below(gaps, '/materials/1')).toHaveLength(2)
    expect(below(gaps, '/materials')).toHaveLength(4)
  })
})
