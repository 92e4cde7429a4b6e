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

export interface OperationGrant {
  id: string
  number: string
  operatorName: string
  scope: string
  resources: string[]
  security: string
  revenue: string
  starts: string
  ends: string
  state: string
  publicityTo: string | null
}

export interface DataProduct {
  id: string
  registration: string
  grantId: string
  title: string
  scene: string
  processing: string
  resources: string[]
  fields: { name: string; title: string; personal: boolean }[]
  publicInterest: boolean
  fen: number
  state: 'SUPPLIED' | 'STOPPED'
  stopReason: string
}

export interface GrantDraft {
  operator: string
  scope: string
  resources: string[]
  security: string
  revenue: string
  starts: string
  ends: string
}

export interface ProductDraft {
  grant: string
  title: string
  scene: string
  processing: string
  resources: string[]
  fields: { name: string; title: string; personal: boolean }[]
  publicInterest: boolean
  fen: number
}

/** A product with its prices and what each user owes for a month; money in fen. */
export interface ProductAccount {
  product: DataProduct
  grantNumber: string
  prices: { from: string; fen: number }[]
  users: { user: string; userName: string; calls: number; fen: number }[]
  calls: number
  fen: number
}

const OPERATION = '/api/opendata'
export const registerGrant = (form: GrantDraft) => post<{ id: string }>(`${OPERATION}/grants`, form)
export const readGrant = (id: string, signal?: AbortSignal) =>
  get<{ grant: OperationGrant; stateLabel: string; products: DataProduct[] }>(`${OPERATION}/grants/${id}`, signal)
export const registerProduct = (form: ProductDraft) => post<DataProduct>(`${OPERATION}/products`, form)
export const readAccount = (id: string, month: string, signal?: AbortSignal) =>
  get<ProductAccount>(`${OPERATION}/products/${id}/account${query({ month })}`, signal)
export const priceProduct = (id: string, from: string, fen: number) =>
  post<DataProduct>(`${OPERATION}/products/${id}/prices`, { from, fen })
