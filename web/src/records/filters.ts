import type { Column, FilterKind } from '@/api/records'

/** One filter of a list, as the address bar keeps it and as people read it. */
export type Condition =
  | { column: string; how: 'one'; values: string[] }
  | { column: string; how: 'between'; from: string; to: string }
  | { column: string; how: 'prefix'; text: string }
  | { column: string; how: 'contains'; text: string }
  | { column: string; how: 'empty'; empty: boolean }

/** Parameters of a list that are no filters. */
export const RESERVED = new Set([
  'q',
  'sort',
  'after',
  'before',
  'limit',
  'columns',
  'total',
  'format',
  'purpose',
  'id',
  'label',
])

const isRanged = (column: Column) => ['number', 'money', 'date', 'moment'].includes(column.kind)

/** Reads one parameter as the server does: `in:a,b`, `from..to`, `prefix:x`, `contains:x`, `is:empty`, or the value. */
export function readCondition(column: Column, value: string): Condition {
  const id = column.id
  const colon = value.indexOf(':')
  const rest = value.slice(colon + 1)
  switch (colon < 0 ? '' : value.slice(0, colon)) {
    case 'eq':
      return { column: id, how: 'one', values: [rest] }
    case 'in':
      return { column: id, how: 'one', values: rest.split(',') }
    case 'prefix':
      return { column: id, how: 'prefix', text: rest }
    case 'contains':
      return { column: id, how: 'contains', text: rest }
    case 'is':
      return { column: id, how: 'empty', empty: rest === 'empty' }
  }
  const dots = isRanged(column) ? value.indexOf('..') : -1
  if (dots >= 0) return { column: id, how: 'between', from: value.slice(0, dots), to: value.slice(dots + 2) }
  if (column.kind === 'moment') return { column: id, how: 'between', from: value, to: value }
  if (column.filters.includes('CONTAINS') && !column.filters.includes('EQUALS')) {
    return { column: id, how: 'contains', text: value }
  }
  return { column: id, how: 'one', values: [value] }
}

export function writeCondition(condition: Condition): string {
  switch (condition.how) {
    case 'one':
      return condition.values.length === 1 ? `eq:${condition.values[0]}` : `in:${condition.values.join(',')}`
    case 'between':
      return `${condition.from}..${condition.to}`
    case 'prefix':
      return `prefix:${condition.text}`
    case 'contains':
      return `contains:${condition.text}`
    case 'empty':
      return condition.empty ? 'is:empty' : 'is:present'
  }
}

/** The filters in an address; parameters that name no column are left alone. */
export function readConditions(columns: Column[], search: URLSearchParams): Condition[] {
  return columns.flatMap((column) => {
    const values = search.getAll(column.id).filter((value) => value !== '')
    if (values.length === 0) return []
    return values.length > 1
      ? [{ column: column.id, how: 'one' as const, values }]
      : [readCondition(column, values[0]!)]
  })
}

/** The address with these filters; order and columns stay, the place in the list begins anew. */
export function withConditions(search: URLSearchParams, columns: Column[], conditions: Condition[]): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const column of columns) next.delete(column.id)
  next.delete('after')
  next.delete('before')
  for (const condition of conditions) next.set(condition.column, writeCondition(condition))
  return next
}

export const isComplete = (condition: Condition): boolean => {
  switch (condition.how) {
    case 'one':
      return condition.values.some((value) => value !== '')
    case 'between':
      return condition.from !== '' || condition.to !== ''
    case 'prefix':
    case 'contains':
      return condition.text.trim() !== ''
    case 'empty':
      return true
  }
}

const shown = (column: Column, value: string) => {
  if (column.kind === 'flag') return value === 'true' ? '是' : '否'
  return column.codes[value] ?? value
}

/** The filter as an official would say it. */
export function sentence(column: Column, condition: Condition): string {
  switch (condition.how) {
    case 'one':
      return `${column.label}为 ${condition.values.map((value) => shown(column, value)).join(' 或 ')}`
    case 'between':
      if (condition.from === condition.to) return `${column.label}为 ${condition.from}`
      if (condition.to === '') return `${column.label}从 ${condition.from} 起`
      if (condition.from === '') return `${column.label}到 ${condition.to} 止`
      return `${column.label}在 ${condition.from} 至 ${condition.to}`
    case 'prefix':
      return `${column.label}以“${condition.text}”开头`
    case 'contains':
      return `${column.label}含“${condition.text}”`
    case 'empty':
      return condition.empty ? `没有${column.label}` : `已有${column.label}`
  }
}

const WORDS: Record<FilterKind, string> = {
  EQUALS: '等于',
  IN: '是其中之一',
  RANGE: '在范围内',
  PREFIX: '以…开头',
  CONTAINS: '包含',
  EMPTY: '是否填写',
}

/** The ways in which a column may be filtered, each once. */
export function ways(column: Column): { how: Condition['how']; label: string }[] {
  const all: { how: Condition['how']; label: string }[] = []
  if (column.filters.includes('EQUALS') || column.filters.includes('IN')) {
    all.push({ how: 'one', label: column.filters.includes('IN') ? WORDS.IN : WORDS.EQUALS })
  }
  if (column.filters.includes('RANGE')) all.push({ how: 'between', label: WORDS.RANGE })
  if (column.filters.includes('CONTAINS')) all.push({ how: 'contains', label: WORDS.CONTAINS })
  if (column.filters.includes('PREFIX')) all.push({ how: 'prefix', label: WORDS.PREFIX })
  if (column.filters.includes('EMPTY')) all.push({ how: 'empty', label: WORDS.EMPTY })
  return all
}

export function blank(column: string, how: Condition['how']): Condition {
  switch (how) {
    case 'one':
      return { column, how, values: [] }
    case 'between':
      return { column, how, from: '', to: '' }
    case 'prefix':
    case 'contains':
      return { column, how, text: '' }
    case 'empty':
      return { column, how, empty: true }
  }
}
