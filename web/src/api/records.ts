import { get, post, request } from './http'

export type ColumnKind = 'text' | 'code' | 'number' | 'money' | 'date' | 'moment' | 'flag' | 'reference'
export type FilterKind = 'EQUALS' | 'IN' | 'RANGE' | 'PREFIX' | 'CONTAINS' | 'EMPTY'

export interface Column {
  id: string
  label: string
  kind: ColumnKind
  /** Code to label, in the order in which people expect them. */
  codes: Record<string, string>
  /** The type whose records a reference names; empty where there is none. */
  reference: string
  classification: string
  filters: FilterKind[]
  listed: boolean
  sortable: boolean
  masked: boolean
  editable: boolean
}

export interface Descriptor {
  id: string
  name: string
  label: string
  /** The order of a list that asks for none, `opened` or `-opened`. */
  sort: string
  columns: Column[]
  links: { label: string; path: string }[]
  searchable: boolean
  history: boolean
  mayExport: boolean
  mayUnmask: boolean
  mayWrite: boolean
}

export interface Cell {
  value: string | number | boolean | null
  text: string
  masked: boolean
}

export interface RecordRow {
  id: string
  label: string
  version: number
  cells: Record<string, Cell>
  links: { label: string; path: string }[]
}

export interface Totals {
  count: number
  exact: boolean
  sums: Record<string, number>
}

export interface RecordPage {
  rows: RecordRow[]
  next: string | null
  previous: string | null
  totals: Totals | null
  sentence: string
  link: string
}

export interface Facet {
  column: string
  label: string
  values: { code: string; label: string; count: number; more: boolean }[]
}

export interface HistoryEntry {
  version: number
  at: string
  by: string | null
  changes: { column: string; label: string; before: string; after: string }[]
}

/** What two editors made of one column. */
export interface Difference {
  column: string
  label: string
  seen: string
  yours: string
  stored: string
}

export interface TypeName {
  id: string
  name: string
}

const at = (type: string) => `/api/records/${encodeURIComponent(type)}`

export const readTypes = () => get<TypeName[]>('/api/records')
export const readDescriptor = (type: string) => get<Descriptor>(`${at(type)}/descriptor`)
export const readPage = (type: string, search: string, signal?: AbortSignal) =>
  get<RecordPage>(`${at(type)}${search}`, signal)
export const readFacets = (type: string, search: string, signal?: AbortSignal) =>
  get<Facet[]>(`${at(type)}/facets${search}`, signal)
export const readRecord = (type: string, id: string) => get<RecordRow>(`${at(type)}/${encodeURIComponent(id)}`)
export const readInClear = (type: string, id: string, purpose: string) =>
  post<RecordRow>(`${at(type)}/${encodeURIComponent(id)}/in-clear`, { purpose })
export const readHistory = (type: string, id: string) =>
  get<HistoryEntry[]>(`${at(type)}/${encodeURIComponent(id)}/history`)
export const saveRecord = (
  type: string,
  id: string,
  version: number,
  body: { seen: Record<string, string>; values: Record<string, string> },
) =>
  request<RecordRow>(`${at(type)}/${encodeURIComponent(id)}`, {
    method: 'PUT',
    body,
    headers: { 'If-Match': `"${version}"` },
  })
export const exportLink = (type: string, search: string, format: 'csv' | 'xlsx') => {
  const parameters = new URLSearchParams(search)
  for (const name of ['after', 'before', 'limit', 'total']) parameters.delete(name)
  parameters.set('format', format)
  return `${at(type)}/export?${parameters.toString()}`
}

/** A list kept under a name. */
export interface SavedView {
  id: string
  name: string
  /** The query part of the list's address. */
  query: string
  savedBy: string
  own: boolean
  shared: boolean
}

export const readViews = (type: string) => get<SavedView[]>(`${at(type)}/views`)
export const saveView = (type: string, view: { name: string; parameters: Record<string, string[]>; shared: boolean }) =>
  post<{ id: string }>(`${at(type)}/views`, view)
export const removeView = (type: string, id: string) => request<void>(`${at(type)}/views/${id}`, { method: 'DELETE' })
