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
/** What a field was before and is from then on. */
export interface Difference {
  title: string
  before: string
  after: string
}
export interface Era {
  version: number
  from: string
  to: string | null
  changed: string[]
  changes: Difference[]
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
/** A record of a department, followed back to its row. */
export interface WayRecord {
  dataset: string
  title: string
  columns: string[]
  record: number
  via: 0 | 1 | 2
  score: number | null
  batch: string | null
  row: number | null
  rows: number | null
  landedAt: string | null
  file: { task: string; number: string; file: string; digest: string; rows: number; by: string; at: string } | null
}
/** Where a field came from. */
export interface Way {
  field: string
  title: string
  source: string
  version: number
  reason: string
  by: string
  at: string
  run: { id: string; at: string; dataset: string; title: string; column: string; snapshot: number } | null
  records: WayRecord[]
  cleared: boolean
}
export interface Proposal {
  id: string
  kind: 'MERGE' | 'SPLIT'
  subjectKind: 'PERSON' | 'LEGAL'
  kept: string
  other: string | null
  keptLabel: string
  otherLabel: string
  reason: string
  state: 'OPEN' | 'APPROVED' | 'REFUSED'
  proposedAt: string
  proposedName: string
  decidedAt: string | null
  decidedName: string | null
  note: string | null
  outcome: string | null
}
export interface HeldLicence {
  id: string
  typeName: string
  number: string
  unit: string
  endsOn: string
  state: string
  holds: boolean
}
export interface LicencePage {
  id: string
  label: string
  typeName: string
  holderId: string
  holderKind: 'PERSON' | 'LEGAL'
  state: string
  holds: boolean
  source: string
  items: Item[]
  eras: {
    version: number
    from: string
    to: string | null
    changes: Difference[]
    told: string
    entry: number
    at: string
  }[]
}
export interface AreaLine {
  code: string
  name: string
  kind: string
  divisions: number
  addresses: number
  persons: number
  legals: number
}
export interface Place {
  code: string
  twelveDigits: string
  former: string
  name: string
  fullName: string
  kind: string
  above: { code: string; name: string }[]
  counts: AreaLine
  children: AreaLine[]
  addresses: { id: string; standard: string }[]
}
export interface AddressMatch {
  addrId: string | null
  standard: string
  parts: Record<string, string>
  candidates: { addrId: string; standard: string; confidence: number }[]
}
export interface AddressPage {
  id: string
  standard: string
  parts: { title: string; value: string }[]
  areaCode: string
  areaName: string
  persons: number
  firms: { id: string; name: string; status: string }[]
}
export interface RunPage {
  run: {
    id: string
    state: 'RUNNING' | 'DONE' | 'FAILED'
    startedAt: string
    endedAt: string | null
    startedBy: string
    rows: number | null
    things: number | null
    linked: number | null
    alone: number | null
    added: number | null
    changed: number | null
    ended: number | null
    error: string | null
  }
  title: string
  dataset: string
  members: string
  sources: { title: string; dataset: string; rows: number; keyed: number; rules: { title: string; failed: number }[] }[]
}

export const readWay = (register: Register, id: string, field: string, signal?: AbortSignal) =>
  get<Way>(`/api/registers/${register}/${id}/fields/${field}`, signal)
export const changeSubject = (
  register: Register,
  id: string,
  change: { from: string; fields: Record<string, string>; reason: string },
) => post<SubjectPage>(`/api/registers/${register}/${id}/changes`, change)
export const findPerson = (idNumber: string) => post<{ id: string }>('/api/registers/persons/lookup', { idNumber })
export const findLegal = (uscc: string) => get<{ id: string }>(`/api/registers/legals${query({ uscc })}`)
export const proposeMerger = (kept: string, other: string, reason: string) =>
  post<{ id: string }>('/api/registers/proposals/mergers', { kept, other, reason })
export const proposeSplit = (from: string, number: string, fields: Record<string, string>, reason: string) =>
  post<{ id: string }>('/api/registers/proposals/splits', { from, number, fields, reason })
export const readProposal = (id: string, signal?: AbortSignal) =>
  get<{ proposal: Proposal; mayDecide: boolean }>(`/api/registers/proposals/${id}`, signal)
export const decideProposal = (id: string, approve: boolean, note: string) =>
  post<{ outcome: string | null }>(`/api/registers/proposals/${id}/decision`, { approve, note })
export const readLicence = (id: string, signal?: AbortSignal) =>
  get<LicencePage>(`/api/registers/licences/${id}`, signal)
export const readHeld = (holder: string, signal?: AbortSignal) =>
  get<HeldLicence[]>(`/api/registers/holders/${holder}/licences`, signal)
export const readPlace = (code: string, signal?: AbortSignal) =>
  get<Place>(`/api/registers/space${query({ code })}`, signal)
export const readAddress = (id: string, signal?: AbortSignal) =>
  get<AddressPage>(`/api/registers/addresses/${id}`, signal)
export const matchAddress = (text: string) => post<AddressMatch>('/api/registers/addresses/match', { text })
export const keepAddress = (text: string) => post<AddressMatch>('/api/registers/addresses', { text })
export const readRun = (id: string, signal?: AbortSignal) => get<RunPage>(`/api/registers/runs/${id}`, signal)
export const undoMapping = (id: string, reason: string) => post<void>(`/api/registers/mergers/${id}/undo`, { reason })
export const decideStop = (id: string, stop: boolean, note: string) =>
  post<void>(`/api/registers/stops/${id}`, { stop, note })
export const startRun = (pipeline: string) => post<{ job: string }>(`/api/registers/pipelines/${pipeline}/runs`)
