import { get, post } from './http'

export interface RuleVersion {
  id: string
  code: string
  version: number
  title: string
  threshold: number
  level: string
  score: number
  enabled: boolean
  from: string
  approved: boolean
}

/** What a new version of a rule changes; what is left out stays. */
export interface RuleChange {
  threshold?: number
  level?: string
  score?: number
  enabled?: boolean
  remark?: string
  from?: string
}
export const proposeOversightRule = (code: string, change: RuleChange) =>
  post<RuleVersion>(`/api/oversight/rules/${encodeURIComponent(code)}/versions`, change)
export const approveOversightRule = (id: string) => post<RuleVersion>(`/api/oversight/rules/versions/${id}/approve`)
export const sweepNow = () => post<{ looked: number; issued: number; lifted: number }>('/api/oversight/sweeps')

export interface RatingLine {
  place: number
  key: string
  name: string
  good: number
  count: number
  lowerBound: number
}
export interface RatingFigures {
  ratings: number
  good: number
  excluded: number
  handled: { registered: number; rectified: number; excluded: number }
}
export const readRanking = (by: string) => get<RatingLine[]>(`/api/reviews/ranking?by=${by}`)
export const readRatingFigures = () => get<RatingFigures>('/api/reviews/figures')

/** How a figure is counted. */
export interface Indicator {
  id: string
  title: string
  unit: string
  numerator: string
  denominator: string
  exclusions: string
  basis: string
  drill: { recordType: string; numeratorFilter: string; denominatorFilter: string | null } | null
}
interface Counts {
  numerator: number
  denominator: number
  excluded: number
  percent: string
  asOf: string
}
export interface Value {
  whole: Counts
  visible: Counts
}
export const readIndicators = () => get<Indicator[]>('/api/indicators')
export const readIndicator = (id: string) => get<Value>(`/api/indicators/${encodeURIComponent(id)}`)
