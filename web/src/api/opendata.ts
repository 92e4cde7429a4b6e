import { get, post, query } from './http'

/** A resource that may be opened. */
export interface Candidate {
  code: string
  name: string
  unit: string
  open: 'UNCONDITIONAL' | 'CONDITIONAL'
  mounted: boolean
  registered: boolean
}

export interface OpenColumn {
  name: string
  title: string
  type: string
  role: 'PLAIN' | 'QUASI' | 'SENSITIVE' | 'COUNT' | 'IDENTIFIER'
  released: boolean
  why: string
}

export interface Shape {
  classes: number
  smallest: number
  small: number
}

/** What the gate says. */
export interface GateReport {
  people: boolean
  passed: boolean
  offending: { column: string; title: string; why: string }[]
  quasi: { column: string; title: string; level: number; words: string }[]
  before: Shape | null
  after: Shape | null
  rows: number
  suppressedRows: number
  differencingRows: number
  riskBefore: number
  riskAfter: number
  k: number
  l: number
  classes: { values: string[]; rows: number }[]
  published: { values: string[]; rows: number }[]
}

export interface Preview {
  name: string
  summary: string
  open: 'UNCONDITIONAL' | 'CONDITIONAL'
  columns: OpenColumn[]
  report: GateReport
}

export interface Registration {
  resource: string
  openType: string
  title: string
  description: string
  theme: string
  keywords: string[]
  columns: string[]
}

export const readCandidates = () => get<Candidate[]>('/api/opendata/desk/resources')

export const readPreview = (resource: string, columns: string[]) =>
  get<Preview>(`/api/opendata/desk/preview${query({ resource, columns: columns.join(',') })}`)

export const registerDataset = (form: Registration) =>
  post<{ id: string; identifier: string }>('/api/opendata/desk/datasets', form)
