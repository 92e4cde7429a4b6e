import { get, post, query, request } from './http'

export interface Item {
  name: string
  title: string
  type: string
  length: number
  key: boolean
  optional: boolean
  element: string | null
  level: number
  personal: boolean
}

/** What people write about a resource; empty where nothing is written yet. */
export interface Content {
  name: string
  summary: string
  format: string | null
  sharing: string | null
  sharingCondition: string
  basisKind: string | null
  basis: string
  sharingMode: string | null
  open: string | null
  openCondition: string
  cycle: string | null
  related: string[]
  items: Item[]
}

export interface Entry {
  id: string
  code: string
  classCode: string
  unitId: string
  unitCode: string
  unitName: string
  uscc: string
  name: string
  state: string
  version: number
  publishedOn: string | null
  dataset: string | null
  mounting: 'NONE' | 'FITS' | 'DIFFERS'
  lastBatchAt: string | null
  light: 'NONE' | 'GREEN' | 'YELLOW' | 'RED'
  origin: string
  originBatch: string
}

export interface Version {
  number: number
  draft: boolean
  revision: number
  content: Content
  editedBy: string
  editedAt: string
  publishedBy: string | null
  publishedAt: string | null
}

export interface Difference {
  kind: string
  kindLabel: string
  column: string
  text: string
}

export interface Detail {
  entry: Entry
  stateLabel: string
  shown: Version | null
  versions: Omit<Version, 'content' | 'revision'>[]
  mayEdit: boolean
  mayMount: boolean
  /** Null if no dataset is mounted. */
  differences: Difference[] | null
}

export interface ResourceClass {
  code: string
  parent: string | null
  level: number
  name: string
  unitCode: string | null
}

export interface Gap {
  pointer: string
  code: string
  detail: string
}

export interface Change {
  label: string
  before: string
  after: string
}

export interface Place {
  host: string
  port: number
  database: string
  schema: string
  user: string
  password: string
}

export interface SourceTable {
  name: string
  title: string
  columns: { name: string; title: string; type: string }[]
}

export interface CensusTable {
  system: string
  name: string
  title: string
  rows: number | null
  reported: boolean
  scanned: boolean
  disposition: string
  classCode: string | null
  resourceCode: string | null
}

export interface Round {
  id: string
  number: string
  title: string
  scope: string
  dueOn: string
}

export interface ReturnDetail {
  filed: {
    id: string
    unitName: string
    roundNumber: string
    dueOn: string
    state: string
    revision: number
    note: string
    overdue: boolean
    reminders: number
    added: number
  }
  round: Round
  tables: CensusTable[]
  missed: CensusTable[]
  mayFill: boolean
  mayScan: boolean
}

const BASE = '/api/catalogue'
const put = <T>(path: string, body: unknown) => request<T>(path, { method: 'PUT', body })

export const readClasses = () => get<ResourceClass[]>(`${BASE}/classes`)
export const makeResource = (body: { name: string; classCode: string }) => post<Entry>(`${BASE}/resources`, body)
export const readResource = (id: string) => get<Detail>(`${BASE}/resources/${id}`)
export const saveDraft = (id: string, revision: number, content: Content) =>
  put<Detail>(`${BASE}/resources/${id}/draft`, { revision, content })
export const readGaps = (id: string) => get<Gap[]>(`${BASE}/resources/${id}/gaps`)
export const readDifferences = (id: string, from: number, to: number) =>
  get<Change[]>(`${BASE}/resources/${id}/differences${query({ from, to })}`)
export const mountDataset = (id: string, dataset: string) => put<Detail>(`${BASE}/resources/${id}/mount`, { dataset })
export const unmountDataset = (id: string) => request<Detail>(`${BASE}/resources/${id}/mount`, { method: 'DELETE' })
/** A dataset to choose from. */
export interface Offered {
  name: string
  title: string
  unitCode: string
  columns: number
}
export const readDatasets = () => get<Offered[]>(`${BASE}/datasets`)
export const readTables = (place: Place) => post<SourceTable[]>(`${BASE}/sources/tables`, { place })
export const takeTables = (place: Place, tables: string[], classCode: string) =>
  post<{ table: string; name: string; code: string | null; outcome: string }[]>(`${BASE}/sources/resources`, {
    place,
    tables,
    classCode,
  })
export const patrolNow = () =>
  post<{ looked: number; yellow: number; red: number; reminded: number }>(`${BASE}/patrols`)
export const openRound = (body: { title: string; scope: string; due: string; units: string[] }) =>
  post<Round>(`${BASE}/rounds`, body)
export const readReturn = (id: string) => get<ReturnDetail>(`${BASE}/returns/${id}`)
export const saveReturn = (id: string, body: { revision: number; note: string; tables: CensusTable[] }) =>
  put<ReturnDetail>(`${BASE}/returns/${id}`, body)
export const scanSystem = (id: string, system: string, place: Place) =>
  post<ReturnDetail>(`${BASE}/returns/${id}/scans`, { system, place })
