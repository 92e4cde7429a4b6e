import { get, post, query, request } from './http'

const put = <T>(path: string, body: unknown) => request<T>(path, { method: 'PUT', body })
const del = <T>(path: string) => request<T>(path, { method: 'DELETE' })

export interface SharedItem {
  name: string
  title: string
  type: string
  key: boolean
  personal: boolean
  level: number
}

/** A resource of the sharing directory. */
export interface Entry {
  code: string
  name: string
  unitName: string
  sharing: 'UNCONDITIONAL' | 'CONDITIONAL' | 'NONE'
  condition: string | null
  refusalBasis: string | null
  items: SharedItem[]
  listed: boolean
}

export interface RequestedField {
  name: string
  title: string
  approved: boolean | null
  reason: string
  mask: string | null
}

export interface RowCondition {
  column: string
  comparison: string
  values: string[]
}

export interface ShareRequest {
  id: string
  caseId: string | null
  number: string | null
  state: string
  resourceCode: string
  resourceName: string
  sharing: Entry['sharing']
  unitName: string
  providerUnitName: string
  applicantName: string
  purpose: string
  sceneItem: string | null
  sceneName: string
  legalBasis: string
  mode: string
  frequency: string
  validTo: string
  fields: RequestedField[]
  conditions: RowCondition[]
  dailyQuota: number
  perSecond: number
  ips: string[]
  replyDue: string | null
  overdue: boolean
  words: string
  version: number
}

export interface Grant {
  id: string
  appKey: string
  state: string
  stateLabel: string
  expireAt: string
  dailyQuota: number
  perSecond: number
  ips: string[]
  secretVersion: number
  secretShown: boolean
  firstSuccessAt: string | null
  ours: boolean
}

export interface RequestView {
  request: ShareRequest
  items: SharedItem[]
  reminders: { sequence: number; at: string; workday: number; told: number }[]
  grant: Grant | null
  mine: boolean
  answering: boolean
}

export interface Draft {
  resource: string
  items: string[]
  purpose: string
  sceneItem: string
  sceneName: string
  legalBasis: string
  mode: string
  frequency: string
  validTo: string
  conditions: RowCondition[]
  dailyQuota: number
  perSecond: number
  ips: string[]
  version?: number
}

export interface Credentials {
  appKey: string
  secret: string
  version: number
}

export interface Match {
  code: string
  name: string
  unitName: string
  sharing: string
  found: string[]
  missing: string[]
  percent: number
}

export const MODES: Record<string, string> = { API: '接口', FILE: '批量文件', SUBSCRIPTION: '变更订阅' }
export const SHARINGS: Record<string, string> = {
  UNCONDITIONAL: '无条件共享',
  CONDITIONAL: '有条件共享',
  NONE: '不予共享',
}
export const MASKS: Record<string, string> = {
  '': '不脱敏',
  NAME: '只留姓',
  ID_NUMBER: '只留首尾各一位',
  PHONE: '只留前三后四位',
  ADDRESS: '只留到镇、街道',
  ACCOUNT: '只留后四位',
  ALL: '全部隐藏',
}
export const COMPARISONS: Record<string, string> = {
  EQUALS: '等于',
  IN: '属于（用逗号分开）',
  PREFIX: '开头是',
  AT_LEAST: '不小于',
  AT_MOST: '不大于',
}

const REQUESTS = '/api/exchange/requests'
export const readEntry = (code: string, signal?: AbortSignal) =>
  get<Entry>(`/api/exchange/directory?code=${encodeURIComponent(code)}`, signal)
export const readRequest = (id: string, signal?: AbortSignal) => get<RequestView>(`${REQUESTS}/${id}`, signal)
export const draftRequest = (draft: Draft) => post<RequestView>(REQUESTS, draft)
export const rewriteRequest = (id: string, draft: Draft) => put<RequestView>(`${REQUESTS}/${id}`, draft)
export const discardRequest = (id: string) => del<unknown>(`${REQUESTS}/${id}`)
export const submitRequest = (id: string) => post<RequestView>(`${REQUESTS}/${id}/submit`, {})
export const decideItems = (
  id: string,
  decisions: { item: string; approved: boolean; reason: string; mask: string | null }[],
) => put<RequestView>(`${REQUESTS}/${id}/items`, decisions)
export const showSecret = (grant: string) => post<Credentials>(`/api/exchange/grants/${grant}/credentials`, {})
export const rotateSecret = (grant: string) => post<Credentials>(`/api/exchange/grants/${grant}/secret`, {})
export const requestDelivery = (grant: string, format: string, purpose: string) =>
  post<{ id: string }>(`/api/exchange/grants/${grant}/deliveries`, { format, purpose })
export const subscribe = (grant: string, url: string) =>
  put<unknown>(`/api/exchange/grants/${grant}/subscription`, { url })
export const proveCall = (id: string, signal?: AbortSignal) =>
  get<{ intact: boolean; finding: string; chain: string; sequence: number; calls: number; signer: string | null }>(
    `/api/exchange/calls/${id}/proof`,
    signal,
  )
export const matchesOf = (id: string, signal?: AbortSignal) =>
  get<Match[]>(`/api/exchange/demands/${id}/matches`, signal)
export const askDemand = (need: { title: string; items: string[]; scene: string; provider: string }) =>
  post<{ id: string }>('/api/exchange/demands', need)
export const answerDemand = (id: string, reply: unknown) => post<unknown>(`/api/exchange/demands/${id}/answer`, reply)
export const feedbackDemand = (id: string, satisfied: boolean, text: string) =>
  post<unknown>(`/api/exchange/demands/${id}/feedback`, { satisfied, text })

/** How many demands stand where. */
export interface Standings {
  open: number
  answered: number
  granted: number
  met: number
  excluded: number
}
export interface SharingYear {
  year: number
  target: number
  total: Standings
  units: { unitId: string; unitName: string; standings: Standings }[]
  asOf: string
}
/** The denominator: reasonable and possible, whatever became of it. */
export const toBeMet = ({ open, answered, granted, met }: Standings) => open + answered + granted + met
export const metRate = (one: Standings) => (toBeMet(one) === 0 ? 0 : (one.met * 100) / toBeMet(one))
export const readStatistics = (year?: number, signal?: AbortSignal) =>
  get<SharingYear>(`/api/exchange/statistics${query({ year })}`, signal)
