import { get, post, request } from './http'

const path = (text: string) => encodeURIComponent(text)

export interface DataColumn {
  name: string
  title: string
  type: string
  personal: boolean
}
export interface QualityPart {
  dimension: string
  score: number
  weight: number
  words: string
}
export interface QualityRun {
  id: string
  snapshot: number
  batchNo: string
  rows: number
  rules: number
  failedRules: number
  score: number | null
  dimensions: QualityPart[]
  at: string
}
export interface QualityResult {
  id: string
  ruleCode: string
  ruleVersion: number
  title: string
  dimension: string
  total: number
  passed: number
  excluded: number
  verdict: 'PASSED' | 'FAILED' | 'BROKEN'
  explanation: string
}
export interface QualityStanding {
  dataset: string
  title: string
  columns: DataColumn[]
  latest: QualityRun | null
  results: QualityResult[]
  rules: { id: string; code: string; version: number; title: string; template: string }[]
  trend: QualityRun[]
}
export interface Choice {
  id: string
  label: string
  dimension: string | null
}
export interface RuleForm {
  templates: Choice[]
  dimensions: Choice[]
  severities: Choice[]
}
export interface RuleDraft {
  code?: string
  dataset: string
  title: string
  template: string
  dimension?: string
  weight?: number
  severity?: string
  basis?: string
  settings: Record<string, unknown>
}
export const readQuality = (dataset: string, signal?: AbortSignal) =>
  get<QualityStanding>(`/api/stewardship/quality/${path(dataset)}`, signal)
export const inspectNow = (dataset: string) => post<{ job: string }>(`/api/stewardship/quality/${path(dataset)}/runs`)
export const readRuleForm = () => get<RuleForm>('/api/stewardship/rules/form')
export const proposeQualityRule = (draft: RuleDraft) => post('/api/stewardship/rules', draft)

export interface ColumnGrade {
  column: string
  title: string
  category: string
  personal: boolean
  sensitive: boolean
  level: number
  suggested: number
  why: string
  confirmed: boolean
}
export interface DatasetGrade {
  dataset: {
    dataset: string
    rows: number
    level: number
    label: string
    warning: string
    justification: string
    state: string
  }
  columns: ColumnGrade[]
}
export const readGrades = (dataset: string, signal?: AbortSignal) =>
  get<DatasetGrade>(`/api/stewardship/grading/${path(dataset)}`, signal)
export const detectGrades = (dataset: string) =>
  post<DatasetGrade>(`/api/stewardship/grading/${path(dataset)}/detection`)
export const confirmGrade = (dataset: string, column: string, level: number, reason: string) =>
  request<DatasetGrade>(`/api/stewardship/grading/${path(dataset)}/columns/${path(column)}`, {
    method: 'PUT',
    body: { level, reason },
  })
export const argueGrade = (dataset: string, level: number, justification: string) =>
  post(`/api/stewardship/grading/${path(dataset)}/argument`, { level, justification })

export interface Edge {
  source: string
  sourceColumn: string
  target: string
  targetColumn: string
  pipeline: string
  batch: string
  at: string
}
export interface Lineage {
  dataset: string
  titles: Record<string, string>
  edges: Edge[]
}
export const readLineage = (dataset: string, signal?: AbortSignal) =>
  get<Lineage>(`/api/stewardship/lineage/${path(dataset)}`, signal)
