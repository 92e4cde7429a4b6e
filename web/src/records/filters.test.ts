import { describe, expect, it } from 'vitest'
import type { Column } from '@/api/records'
import { isComplete, readCondition, readConditions, sentence, withConditions, writeCondition } from './filters'

const column = (over: Partial<Column>): Column => ({
  id: 'state',
  label: '状态',
  kind: 'code',
  codes: { accepted: '已受理', granted: '准予' },
  reference: '',
  classification: '内部',
  filters: ['EQUALS', 'IN'],
  listed: true,
  sortable: false,
  masked: false,
  editable: false,
  ...over,
})
const state = column({})
const opened = column({ id: 'opened', label: '收件日期', kind: 'moment', codes: {}, filters: ['RANGE'] })
const name = column({ id: 'name', label: '名称', kind: 'text', codes: {}, filters: ['CONTAINS'] })

describe('filters in the address', () => {
  it('come back as they were written', () => {
    for (const value of [
      'eq:accepted',
      'in:accepted,granted',
      'is:empty',
      'is:present',
      'prefix:济',
      'contains:饭店',
    ]) {
      expect(writeCondition(readCondition(state, value))).toBe(value)
    }
    for (const value of ['2026-01-01..2026-03-31', '..2026-03-31', '2026-01-01..']) {
      expect(writeCondition(readCondition(opened, value))).toBe(value)
    }
  })

  it('keep a value that has a colon or dots in it', () => {
    expect(readCondition(name, 'contains:a:b..c')).toEqual({ column: 'name', how: 'contains', text: 'a:b..c' })
    expect(readCondition(state, 'eq:in:x')).toEqual({ column: 'state', how: 'one', values: ['in:x'] })
  })

  it('read a bare value as the server does', () => {
    expect(readCondition(state, 'accepted')).toEqual({ column: 'state', how: 'one', values: ['accepted'] })
    expect(readCondition(opened, '2026-01-01')).toMatchObject({ how: 'between', from: '2026-01-01', to: '2026-01-01' })
    expect(readCondition(name, '饭店')).toMatchObject({ how: 'contains', text: '饭店' })
  })

  it('leave order and columns but begin the list anew', () => {
    const search = new URLSearchParams('sort=-opened&columns=a,b&after=xyz&state=eq:accepted&other=1')
    const next = withConditions(
      search,
      [state, opened],
      [{ column: 'opened', how: 'between', from: '2026-01-01', to: '' }],
    )
    expect(next.get('sort')).toBe('-opened')
    expect(next.get('columns')).toBe('a,b')
    expect(next.get('other')).toBe('1')
    expect(next.has('after')).toBe(false)
    expect(next.has('state')).toBe(false)
    expect(next.get('opened')).toBe('2026-01-01..')
  })

  it('take a repeated parameter as a choice among values', () => {
    const search = new URLSearchParams('state=accepted&state=granted&state=')
    expect(readConditions([state], search)).toEqual([{ column: 'state', how: 'one', values: ['accepted', 'granted'] }])
  })
})

describe('a filter in words', () => {
  it('names codes by their labels', () => {
    expect(sentence(state, { column: 'state', how: 'one', values: ['accepted', 'granted'] })).toBe(
      '状态为 已受理 或 准予',
    )
  })

  it('keeps an unknown code visible', () => {
    expect(sentence(state, { column: 'state', how: 'one', values: ['lost'] })).toBe('状态为 lost')
  })

  it('is complete only when it says something', () => {
    expect(isComplete({ column: 'opened', how: 'between', from: '', to: '' })).toBe(false)
    expect(isComplete({ column: 'name', how: 'contains', text: '  ' })).toBe(false)
    expect(isComplete({ column: 'name', how: 'empty', empty: false })).toBe(true)
  })
})
