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
  ruleTrends: { ruleCode: string; title: string; points: { at: string; passed: number; total: number }[] }[]
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

/** Where an item is told, as a form has it. */
export interface Told {
  dataset: string
  keyColumn: string
  valueColumn: string
  asOfColumn: string
}
export interface Source {
  unitId: string
  unitCode: string
  dataset: string
  keyColumn: string
  valueColumn: string
  asOfColumn: string | null
}
export interface Teller {
  source: Source
  unitName: string
  datasetTitle: string
}
export interface ItemStanding {
  item: string
  title: string
  sources: {
    authority: { id: string; codeTable: string | null; basis: string; validFrom: string; validTo: string | null }
    teller: Teller
    now: boolean
  }[]
  witnesses: Teller[]
  proposals: {
    proposal: {
      id: string
      basis: string
      validFrom: string
      reason: string
      state: 'WAITING' | 'ACCEPTED' | 'REFUSED'
      byName: string
      at: string
      decidedName: string | null
      decidedAt: string | null
      decision: string
    }
    teller: Teller
    stateLabel: string
  }[]
  checked: {
    subjects: number
    comparable: number
    agreeing: number
    conflicting: number
    filled: number
    tied: number
    at: string
  } | null
  open: number
}
const ITEMS = '/api/stewardship/items'
const sourced = (told: Told) => ({ ...told, asOfColumn: told.asOfColumn || null })
export const readItem = (item: string, signal?: AbortSignal) => get<ItemStanding>(`${ITEMS}/${path(item)}`, signal)
export interface Appointment {
  item: string
  title: string
  source: Told
  codeTable: string
  basis: string
  validFrom: string
}
const written = (form: Appointment) => ({
  ...form,
  source: sourced(form.source),
  codeTable: form.codeTable || null,
  validFrom: form.validFrom || null,
})
export const appointSource = (form: Appointment) => post<{ item: string }>(ITEMS, written(form))
export const proposeSource = (form: Appointment, reason: string) =>
  post<{ item: string }>(`${ITEMS}/proposals`, { ...written(form), reason })
export const decideProposal = (id: string, decision: 'accept' | 'refuse', reason: string) =>
  post(`${ITEMS}/proposals/${id}/${decision}`, { reason })
export const endSource = (item: string, id: string, validTo: string) =>
  post(`${ITEMS}/${path(item)}/sources/${id}/end`, { validTo: validTo || null })
export const addWitness = (item: string, told: Told) => post(`${ITEMS}/${path(item)}/witnesses`, sourced(told))
export const checkItem = (item: string) => post<{ job: string }>(`${ITEMS}/${path(item)}/runs`)

export interface MatchingStanding {
  dataset: string
  title: string
  usable: boolean
  columns: DataColumn[]
  fields: { name: string; label: string; column: string | null }[]
  upper: number
  lower: number
  counts: Partial<Record<'MERGED' | 'WAITING' | 'SEPARATE' | 'UNDONE', number>>
}
export interface MatchGroup {
  key: string
  members: string[]
}
export interface ComparedPair {
  stateLabel: string
  title: string
  upper: number
  lower: number
  gone: boolean
  pair: { left: string; right: string; score: number; dataset: string }
  sides: { field: string; label: string; left: string; right: string; outcome: string; weight: number }[]
}
const MATCHING = '/api/stewardship/matching'
export const readMatching = (dataset: string, signal?: AbortSignal) =>
  get<MatchingStanding>(`${MATCHING}/${path(dataset)}`, signal)
export const readGroups = (dataset: string, signal?: AbortSignal) =>
  get<MatchGroup[]>(`${MATCHING}/${path(dataset)}/groups`, signal)
export const runMatching = (dataset: string, columns: Record<string, string>) =>
  post<{ job: string }>(`${MATCHING}/${path(dataset)}/runs`, { columns })
export const readPair = (id: string, signal?: AbortSignal) => get<ComparedPair>(`${MATCHING}/pairs/${id}`, signal)

export interface ScorePart {
  domain: string
  label: string
  numerator: number
  denominator: number
  numeratorWords: string
  denominatorWords: string
  weight: number
  rate: number | null
}
export interface UnitScore {
  unitId: string
  unitCode: string
  unitName: string
  score: { score: number | null; weakest: string; formula: string; parts: ScorePart[] }
  months: { month: string; score: number | null }[]
}
export interface ScoreRows {
  label: string
  rows: { label: string; detail: string; numerator: number; denominator: number; link: string }[]
  more: boolean
}
export const readScore = (unit: string, signal?: AbortSignal) =>
  get<UnitScore>(`/api/stewardship/scores/${path(unit)}`, signal)
export const readScoreRows = (unit: string, domain: string) =>
  get<ScoreRows>(`/api/stewardship/scores/${path(unit)}/${domain}`)

export interface UnitTrend {
  unitId: string
  unitName: string
  months: { month: string; datasets: number; passed: number; total: number }[]
}
export const readTrends = (signal?: AbortSignal) => get<UnitTrend[]>('/api/stewardship/trends', signal)

export interface AssetDraft {
  resource: string
  name: string
  dataset: string
  unitCode: string
  cost: string
  keeper: string
  keepUntil: string
}
export interface Taking {
  number: string
  books: number
  stored: number
  listed: number
  agreeing: number
  differing: number
}
const ASSETS = '/api/stewardship/assets'
const filled = (form: object) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value === '' ? null : value]))
export const registerAsset = (form: AssetDraft) => post<{ id: string; number: string }>(ASSETS, filled(form))
export const takeStock = (unitCode: string) => post<Taking>(`${ASSETS}/checks`, filled({ unitCode }))
export const transferAssets = (fromUnit: string, toUnit: string, reason: string) =>
  post<{ count: number }>(`${ASSETS}/transfers`, { fromUnit, toUnit, reason })
export const readAsset = (number: string, signal?: AbortSignal) =>
  get<{ references: { kind: string; title: string }[] }>(`${ASSETS}/${path(number)}`, signal)
