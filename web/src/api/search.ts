import { get, post, query } from './http'

export interface Segment {
  text: string
  matched: boolean
}

export interface SearchHit {
  kind: string
  kindLabel: string
  id: string
  title: Segment[]
  excerpt: Segment[]
  unitName: string | null
  link: string
  facts: Record<string, string>
  position: number
}

export interface SearchResult {
  queryId: string
  text: string
  understood: string[]
  page: number
  total: number
  kinds: Record<string, number>
  hits: SearchHit[]
}

export interface SuggestionGroup {
  kind: string
  label: string
  suggestions: { title: Segment[]; link: string }[]
}

export const search = (q: string, kind: string, page: number, signal?: AbortSignal) =>
  get<SearchResult>(`/api/search${query({ q, kind, page })}`, signal)
export const suggest = (q: string, signal?: AbortSignal) =>
  get<SuggestionGroup[]>(`/api/search/suggest${query({ q })}`, signal)
export const reportClick = (queryId: string, hit: SearchHit) =>
  post<void>('/api/search/clicks', { queryId, kind: hit.kind, id: hit.id, position: hit.position }).catch(() => {})
