import { get, post, request } from './http'

export interface Choice {
  id: string
  label: string
}

export type Kind = 'FILE' | 'TABLE' | 'API' | 'LOG' | 'BACKFLOW'

/** The source of a task; which fields it has depends on its kind. */
export interface Source {
  kind: Kind
  [field: string]: string | number | null
}

export interface Mapping {
  from: string
  to: string
  required: boolean
  cleanings: string[]
  codes?: Record<string, string>
}

export interface TargetColumn {
  name: string
  title: string
  type: string
  personal: boolean
}

export interface Draft {
  name: string
  unit: string | null
  source: Source
  secret: string | null
  target: { dataset: string; title: string; columns: TargetColumn[] | null; key: string[] }
  mode: string
  mappings: Mapping[]
  schedule: string
  version: number
}

export interface CollectBatch {
  id: string
  number: string
  state: string
  stateLabel: string
  origin: string
  rowIn: number
  rowOk: number
  rowReject: number
  rowRemoved: number
  checksum: string
  declaredRows: number | null
  message: string
  jobId: string | null
  startedAt: string
  endedAt: string | null
  reasons: Record<string, number>
}

export interface CollectTask {
  id: string
  code: string
  name: string
  unit: string
  source: Source
  dataset: string
  mode: string
  mappings: Mapping[]
  schedule: string
  state: string
  stateLabel: string
  stateReason: string
  nextRunAt: string | null
  version: number
  drop: string | null
  columns: TargetColumn[]
  key: string[]
  actions: Choice[]
  batches: CollectBatch[]
}

export interface Suggestion {
  from: string
  sourceType: string
  type: string
  to: string
  title: string
  personal: boolean
  fits: boolean
  /** Values among the first that are not of the type; their rows will be rejected. */
  misfits: string[]
}

export interface Seen {
  columns: Suggestion[]
  rows: string[][]
  broken: string[]
}

export interface RejectedRow {
  id: string
  line: number
  reason: string
  problems: { column: string; reason: string }[]
  cells: Record<string, string>
  state: string
}

const DESK = '/api/exchange/collecting'

export const readChoices = () => get<Record<string, Choice[]>>(`${DESK}/choices`)
export const readTask = (id: string) => get<CollectTask>(`${DESK}/tasks/${id}`)
export const defineTask = (draft: Draft) => post<CollectTask>(`${DESK}/tasks`, draft)
export const changeTask = (id: string, draft: Draft) =>
  request<CollectTask>(`${DESK}/tasks/${id}`, { method: 'PUT', body: draft })
export const actOnTask = (id: string, action: string, reason: string) =>
  post<CollectTask>(`${DESK}/tasks/${id}/${action.toLowerCase()}`, { reason })
export const fetchNow = (id: string) => post<CollectBatch>(`${DESK}/tasks/${id}/batches`)
export const retryBatch = (id: string) => post<CollectBatch>(`${DESK}/batches/${id}/retry`)
export const previewSource = (source: Source, secret: string | null, dataset: string) =>
  post<Seen>(`${DESK}/previews/source`, { source, secret, dataset })
export const rejectsLink = (batch: string) => `${DESK}/batches/${batch}/rejects.csv`
export const readRejected = (id: string) => get<RejectedRow>(`${DESK}/rejects/${id}`)
export const correctRejected = (id: string, cells: Record<string, string>) =>
  post<CollectBatch>(`${DESK}/rejects/corrections`, { rows: [{ id, cells }] })
export const dropRejected = (id: string, reason: string) => post<void>(`${DESK}/rejects/${id}/drop`, { reason })

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value !== '') data.append(name, value)
  return data
}

export const previewFile = (file: File, rowsAt: string, dataset: string) =>
  post<Seen>(`${DESK}/previews/file`, form({ file, rowsAt, dataset }))
export const handIn = (task: string, file: File, said: { number: string; rows: string; sm3: string; asOf: string }) =>
  post<CollectBatch>(`${DESK}/tasks/${task}/files`, form({ file, ...said }))
