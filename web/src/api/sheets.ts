import { get, query, request } from './http'

/** One table of rows taken in. */
export interface Batch {
  id: string
  kind: string
  kindLabel: string
  fileName: string
  dryRun: boolean
  state: string
  stateLabel: string
  jobId: string | null
  total: number
  good: number
  bad: number
  message: string | null
  startedBy: string
  startedAt: string
  endedAt: string | null
}

export interface Line {
  line: number
  good: boolean
  key: string
  name: string
  words: string
}

export const readBatches = (kind: string) => get<Batch[]>(`/api/sheets/${kind}/imports`)
export function beginImport(kind: string, file: File, dryRun: boolean): Promise<Batch> {
  const body = new FormData()
  body.append('file', file)
  body.append('dryRun', String(dryRun))
  return request<Batch>(`/api/sheets/${kind}/imports`, { method: 'POST', body })
}
export const readLines = (id: string, after: number) =>
  get<Line[]>(`/api/sheets/imports/${id}/rows${query({ bad: true, after })}`)
export const reportLink = (id: string, bad: boolean) => `/api/sheets/imports/${id}/report${query({ bad })}`
export const templateLink = (kind: string) => `/api/sheets/${kind}/template`
