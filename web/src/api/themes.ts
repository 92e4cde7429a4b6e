import { get, post, postForText, query, request } from './http'

export interface Need {
  resource: string
  provider: string
  system: string
  registered: boolean
}
export interface Topic {
  id: string
  title: string
  purpose: string
  unit: string
  consumers: string[]
  built: boolean
  indicators: number
  sources: number
  stale: number
  quality: string | null
  refreshedAt: string | null
  running: boolean
  problem: string | null
  needs: Need[]
}
export interface Source {
  id: string
  title: string
  origin: string
  dataset: string
  cycle: string
  state: 'ACTIVE' | 'STOPPED' | 'REMOVED'
  stateLabel: string
  asOf: string | null
  reason: string | null
  changedBy: string | null
  rows: number
}
export interface Layer {
  dataset: string
  title: string
  layer: string
  rows: number
  snapshot: number
  madeAt: string | null
  inputs: string[]
}
export interface Quality {
  dataset: string
  title: string
  dimension: string
  passed: number
  total: number
}
export interface TopicDetail {
  summary: Topic
  sources: Source[]
  layers: Layer[]
  quality: Quality[]
}
export interface Parts {
  numerator: number
  denominator: number
  excluded: number
}
export interface Figure {
  indicator: string
  title: string
  unit: string
  value: string | null
  lastValue: string
  whole: Parts
  visible: Parts
  asOf: string | null
  stale: boolean
  note: string
  reasons: string[]
  snapshot: number
}
export interface Line {
  key: string
  label: string
  value: string
  parts: Parts
  meanings: string
}
export interface LineageNode {
  id: string
  layer: string
  dataset: string
  column: string
  title: string
  how: string | null
}
export interface LineageBatch {
  kind: string
  id: string
  snapshot: number
  rows: number
  madeAt: string
}
export interface Lineage {
  nodes: LineageNode[]
  edges: { from: string; to: string }[]
  versions: { dataset: string; title: string; layer: string; snapshot: number; batches: LineageBatch[] }[]
}
export interface FigureRows {
  whole: number
  visible: number
  rows: Record<string, string | number | boolean | null>[]
  next: string | null
}
export interface Meaning {
  version: number
  from: string
  approved: boolean
  draftedName: string
  approvedName: string | null
  terms: {
    numerator: string
    denominator: string
    numeratorText: string
    denominatorText: string
    exclusionsText: string
    basis: string
  }
}

const topic = (id: string) => `/api/themes/topics/${encodeURIComponent(id)}`
const figure = (id: string, indicator: string) => `${topic(id)}/figures/${encodeURIComponent(indicator)}`

export const readTopics = (signal?: AbortSignal) => get<Topic[]>('/api/themes/topics', signal)
export const readTopic = (id: string, signal?: AbortSignal) => get<TopicDetail>(topic(id), signal)
export const readThemeFigures = (id: string, from: string, to: string) =>
  get<Figure[]>(`${topic(id)}/figures${query({ from, to })}`)
export const readLines = (id: string, indicator: string, by: string, from: string, to: string, meaning?: string) =>
  get<Line[]>(`${figure(id, indicator)}/lines${query({ by, from, to, meaning })}`)
export const readRows = (id: string, indicator: string, month: string, numerator: boolean, after?: string | null) =>
  get<FigureRows>(`${figure(id, indicator)}/rows${query({ month, numerator, after })}`)
export const readLineage = (id: string, indicator: string) => get<Lineage>(`${figure(id, indicator)}/lineage`)
export const readMeanings = (id: string, indicator: string) => get<Meaning[]>(`${figure(id, indicator)}/meanings`)
export const refreshTopic = (id: string) => post<TopicDetail>(`${topic(id)}/refresh`)
export const moveSource = (id: string, source: string, move: 'stop' | 'resume' | 'remove', reason: string) =>
  post<TopicDetail>(`${topic(id)}/sources/${encodeURIComponent(source)}/${move}`, { reason })

export interface Workspace {
  id: string
  title: string
  purpose: string
  datasets: string[]
  masking: 'DETAIL' | 'MASKED' | 'AGGREGATE'
  starts: string
  ends: string
  state: 'REQUESTED' | 'OPEN' | 'REFUSED' | 'CLOSED'
  opinion: string | null
  ownerName: string
}
export interface Choice {
  name: string
  title: string
  fields: { name: string; title: string; type: string }[]
}
export interface Condition {
  column: string
  comparison: string
  values: string[]
}
export interface QuerySpec {
  dataset: string
  columns: string[]
  measures: { function: string; column: string | null }[]
  where: Condition[]
}
export type Value = string | number | boolean | null
export interface Answer {
  heads: { name: string; title: string; number: boolean }[]
  rows: Value[][]
  dataset: string
  snapshot: number
  whole: boolean
}
export interface Job {
  id: string
  title: string
  spec: { algorithm: string; dataset: string }
  snapshot: number
  state: 'QUEUED' | 'DONE' | 'FAILED'
  result: Record<string, unknown> | null
  digest: string | null
  problem: string | null
  rerunOf: string | null
  submittedAt: string
}
export interface SharedView {
  id: string
  title: string
  chart: 'TABLE' | 'BAR' | 'LINE'
  units: string[]
  ownerName: string
}

export const readDatasets = () => get<Choice[]>('/api/themes/datasets')
export const readWorkspaces = () => get<Workspace[]>('/api/themes/workspaces')
export const readWaiting = () => get<Workspace[]>('/api/themes/workspaces/waiting')
export const askWorkspace = (wish: Record<string, unknown>) => post<Workspace>('/api/themes/workspaces', wish)
export const decideWorkspace = (id: string, approved: boolean, reason: string) =>
  post<Workspace>(`/api/themes/workspaces/${id}/decision`, { approved, reason })
export const closeWorkspace = (id: string) => post<Workspace>(`/api/themes/workspaces/${id}/close`)
export const askQuery = (id: string, spec: QuerySpec) => post<Answer>(`/api/themes/workspaces/${id}/query`, spec)
export const readJobs = (id: string) => get<Job[]>(`/api/themes/workspaces/${id}/jobs`)
export const submitJob = (id: string, spec: Record<string, unknown>) =>
  post<Job>(`/api/themes/workspaces/${id}/jobs`, spec)
export const rerunJob = (id: string) => post<Job>(`/api/themes/jobs/${id}/rerun`)
export const saveView = (id: string, view: { title: string; chart: string; query: QuerySpec }) =>
  post<SharedView>(`/api/themes/workspaces/${id}/views`, view)
export const readViews = () => get<SharedView[]>('/api/themes/views')
export const openView = (id: string) => get<{ view: SharedView; answer: Answer }>(`/api/themes/views/${id}`)
export const shareView = (id: string, units: string[]) => post<SharedView>(`/api/themes/views/${id}/share`, { units })
export const deleteView = (id: string) => request<void>(`/api/themes/views/${id}`, { method: 'DELETE' })
export const runSql = (sql: string, purpose: string) => post<Answer>('/api/themes/sql', { sql, purpose })

/** The CSV of sums, saved as a file. */
export async function exportJob(id: string): Promise<void> {
  const text = await postForText(`/api/themes/jobs/${id}/export`)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = `分析汇总-${id}.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}
