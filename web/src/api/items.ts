import { get, post, query, request } from './http'

/** A length of time as the law states it. */
export interface Term {
  amount: number
  unit: string
  [rest: string]: unknown
}

export interface Material {
  code: string
  name: string
  need: 'REQUIRED' | 'OPTIONAL' | 'MAY_FOLLOW'
  kind: 'ORIGINAL' | 'COPY' | 'BOTH'
  format: 'PAPER' | 'ELECTRONIC' | 'EITHER'
  copies: number
  source: 'APPLICANT' | 'GOVERNMENT' | 'OTHER'
  sourceNote: string | null
  licenceTypes: string[]
  standard: string | null
  howToFill: string | null
  basis: string | null
}

/** The content of an implementation list; parts that are not edited here are sent back untouched. */
export interface ItemContent {
  basics: {
    name: string
    summary: string
    serviceObjects: string[]
    quantityLimit: string | null
    resultName: string
    [rest: string]: unknown
  }
  terms: { legal: Term; promise: Term; note: string | null }
  conditions: string[]
  materials: Material[]
  handling: { visits: number; online: boolean; [rest: string]: unknown }
  contacts: { enquiries: string[]; supervision: string[] }
  [rest: string]: unknown
}

export interface ItemGuide {
  code: string
  version: number
  unitName: string
  state: string
  effectiveFrom: string | null
  effectiveTo: string | null
  demo: boolean
  content: ItemContent
}

export interface VersionLine {
  number: number
  state: string
  stateLabel: string
  effectiveFrom: string | null
  effectiveTo: string | null
  editedBy: string
  editedAt: string
  publishedBy: string | null
  publishedAt: string | null
  note: string | null
  actions: string[]
}

export interface VersionDetail {
  revision: number
  line: VersionLine
  guide: ItemGuide
}

export interface Gap {
  pointer: string
  code: string
  message: string
}

export interface Change {
  path: string
  before: string | null
  after: string | null
}

const desk = (code: string) => `/api/items/desk/${encodeURIComponent(code)}`

export const readVersions = (code: string) => get<VersionLine[]>(`${desk(code)}/versions`)
export const readVersion = (code: string, version: number) => get<VersionDetail>(`${desk(code)}/versions/${version}`)
export const draftVersion = (code: string) => post<{ code: string; version: number }>(`${desk(code)}/versions`)
export const saveVersion = (
  code: string,
  version: number,
  edition: { revision: number; effectiveFrom: string | null; note: string | null; content: ItemContent },
) => request<VersionDetail>(`${desk(code)}/versions/${version}`, { method: 'PUT', body: edition })
export const discardVersion = (code: string, version: number) =>
  request<void>(`${desk(code)}/versions/${version}`, { method: 'DELETE' })
export const checkVersion = (code: string, version: number) => get<Gap[]>(`${desk(code)}/versions/${version}/check`)
export const moveVersion = (
  code: string,
  version: number,
  step: 'submit' | 'pass' | 'clear' | 'return' | 'publish',
  body?: unknown,
) => post<VersionDetail>(`${desk(code)}/versions/${version}/${step}`, body)
export const diffVersions = (code: string, from: number, to: number) =>
  get<Change[]>(`${desk(code)}/diff${query({ from, to })}`)

/** Who did what with a version, and what he said. */
export interface Opinion {
  action: string
  label: string
  byName: string
  unitName: string
  at: string
  note: string | null
}
export const readOpinions = (code: string, version: number) =>
  get<Opinion[]>(`${desk(code)}/versions/${version}/opinions`)

/** How an item stands with applicants. */
export interface Standing {
  standing: string
  standingLabel: string
  cancelOn: string | null
  suspendedFrom: string | null
  suspendedTo: string | null
  suspendReason: string | null
  underWay: { id: string; number: string; title: string; state: string }[]
}
export const readStanding = (code: string) => get<Standing>(`${desk(code)}/standing`)
export const suspendItem = (code: string, body: { from: string; to: string | null; reason: string }) =>
  post<Standing>(`${desk(code)}/suspend`, body)
export const resumeItem = (code: string, on: string) => post<Standing>(`${desk(code)}/resume`, { on })
export const cancelItem = (code: string, on: string, reason: string) =>
  post<void>(`${desk(code)}/cancel`, { on, reason })

export interface Paper {
  code: string | null
  name: string
  ground: string | null
  groundNote: string | null
}
export interface Baseline {
  term: Term
  steps: number
  visits: number
  materials: Paper[]
  basis: string
}
export interface Measure {
  name: string
  before: number
  now: number
  rate: number | null
}
export interface Compression {
  days: Measure
  steps: Measure
  materials: Measure
  visits: Measure
  notices: string[]
}
export const readBaseline = (code: string) => get<Baseline | null>(`${desk(code)}/baseline`)
export const readCompression = (code: string) => get<Compression>(`${desk(code)}/compression`)
export const saveBaseline = (code: string, baseline: Baseline) =>
  request<void>(`${desk(code)}/baseline`, { method: 'PUT', body: baseline })

const catalogue = (basicCode: string) => `/api/items/catalogue/${encodeURIComponent(basicCode)}`
export const claimEntry = (basicCode: string) =>
  post<{ code: string; version: number }>(`${catalogue(basicCode)}/claim`)
export const cancelEntry = (basicCode: string, on: string, reason: string) =>
  post<{ items: string[] }>(`${catalogue(basicCode)}/cancel`, { on, reason })

export const settleDifference = (id: string, note: string) =>
  post<void>(`/api/items/differences/${encodeURIComponent(id)}/settle`, { note })
