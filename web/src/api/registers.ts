import { get, post, query } from './http'

/** One item of a person or firm, with the department it was taken from. */
export interface Item {
  field: string
  title: string
  value: string
  source: string
  conflict: boolean
}
export interface Identifier {
  kind: string
  masked: string
  from: string
  to: string | null
}
export interface Era {
  version: number
  from: string
  to: string | null
  changed: string[]
  reason: string
  by: string
  at: string
}
export interface Mapping {
  id: string
  kind: 'MERGE' | 'SPLIT'
  kept: string
  other: string
  reason: string
  doneAt: string
  doneBy: string
  undoneAt: string | null
}
/** A person or firm on a day. */
export interface SubjectPage {
  id: string
  label: string
  on: string
  version: number
  from: string
  to: string | null
  alive?: boolean
  representativeId?: string | null
  items: Item[]
  identifiers: Identifier[]
  eras: Era[]
  mappings: Mapping[]
  benefits?: { kind: string; unit: string; since: string }[]
}
export interface Picture {
  nodes: { id: string; kind: 'PERSON' | 'LEGAL'; label: string; hops: number }[]
  edges: { from: string; to: string; kind: string; label: string }[]
  cut: boolean
}
export interface Matter {
  id: string
  number: string
  title: string
  openedAt: string
}
export type Register = 'persons' | 'legals'

export const readSubject = (register: Register, id: string, on: string, signal?: AbortSignal) =>
  get<SubjectPage>(`/api/registers/${register}/${id}${query({ on: on || null })}`, signal)
export const readPicture = (id: string, hops: number, signal?: AbortSignal) =>
  get<Picture>(`/api/registers/graph/${id}${query({ hops })}`, signal)
export const readMatters = (id: string) => get<Matter[]>(`/api/registers/persons/${id}/matters`)
export const undoMapping = (id: string, reason: string) => post<void>(`/api/registers/mergers/${id}/undo`, { reason })
export const decideStop = (id: string, stop: boolean, note: string) =>
  post<void>(`/api/registers/stops/${id}`, { stop, note })
export const startRun = (pipeline: string) => post<{ job: string }>(`/api/registers/pipelines/${pipeline}/runs`)
