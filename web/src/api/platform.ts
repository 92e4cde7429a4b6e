import { get, post, query } from './http'

export interface Message {
  id: string
  title: string
  body: string
  link: string | null
  createdAt: string
  readAt: string | null
}

export interface AuditEntry {
  id: string
  at: string
  actorId: string
  actorName: string
  actingAs: string
  principalName: string
  unitName: string | null
  action: string
  subjectType: string
  subjectId: string
  summary: string
  detail: string
  /** Place in the sealed chain; null in the few seconds before it is sealed. */
  position: number | null
}

export interface Job {
  id: string
  kind: string
  title: string
  actorName: string
  state: string
  stateLabel: string
  total: number
  done: number
  message: string
  error: string | null
  submittedAt: string
  startedAt: string | null
  endedAt: string | null
}

export interface DemoProgress {
  enabled: boolean
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED' | null
  stateLabel: string | null
  percent: number
  message: string
}

export interface Rule {
  id: string
  key: string
  title: string
  version: number
  value: string
  from: string
  to: string | null
  state: 'DRAFT' | 'APPROVED'
  confidence: 'SURE' | 'UNSURE' | 'DESIGN'
  explanation: string
  type: 'TERM' | 'INTEGER' | 'DECIMAL' | 'TEXT' | 'LIST' | 'MONEY'
  basis: LegalBasis
  proposedBy: string
  approvedBy: string | null
}

export interface LegalBasis {
  law: string
  number: string
  clause: string
  confidence: 'SURE' | 'UNSURE' | 'DESIGN'
}

export const readMessages = (before?: string, limit = 20) =>
  get<{ messages: Message[]; unread: number }>(`/api/messages${query({ before, limit })}`)
export const markRead = (id: string) => post<void>(`/api/messages/${id}/read`)
export const readAudit = (
  filter: { subjectType?: string; subjectId?: string; actor?: string; from?: string; to?: string; after?: string },
  signal?: AbortSignal,
) => get<{ entries: AuditEntry[]; next: string | null }>(`/api/audit/events${query({ ...filter, limit: 50 })}`, signal)
interface AuditFilter {
  subjectType?: string
  subjectId?: string
  actor?: string
  from?: string
  to?: string
}
export const auditExportLink = ({ subjectType, subjectId, actor, from, to }: AuditFilter) =>
  `/api/audit/events/export${query({ subjectType, subjectId, actor, from, to })}`

/** How far the audit trail is linked and signed, and what the last verification found. */
export interface AuditChain {
  standing: { linked: number; hash: string; signed: number; signedAt: string | null }
  verification: {
    state: string
    stateLabel: string
    message: string
    askedBy: string
    askedAt: string
    endedAt: string | null
  } | null
}
export const readChain = () => get<AuditChain>('/api/audit/chain')
export const verifyChain = () => post<{ jobId: string }>('/api/audit/chain/verifications')
export const readJobs = () => get<Job[]>('/api/jobs')
export const cancelJob = (id: string) => post<void>(`/api/jobs/${id}/cancel`)
export const retryJob = (id: string) => post<void>(`/api/jobs/${id}/retry`)
export const readDemoProgress = () => get<DemoProgress>('/api/demo/progress')
export const readRules = () => get<Rule[]>('/api/rules')
export const readDrafts = () => get<Rule[]>('/api/rules/drafts')
export const readRule = (key: string) =>
  get<{ key: string; title: string; versions: Rule[]; gaps: { from: string; to: string }[] }>(
    `/api/rules/${encodeURIComponent(key)}`,
  )
export const proposeRule = (
  key: string,
  version: { value: unknown; from: string; to: string | null; basis: LegalBasis },
) => post<{ id: string }>(`/api/rules/${encodeURIComponent(key)}/versions`, version)
export const approveRule = (rule: Rule) =>
  post<Rule>(`/api/rules/${encodeURIComponent(rule.key)}/versions/${rule.id}/approval`)
export const withdrawRule = (rule: Rule, reason: string) =>
  post<void>(`/api/rules/${encodeURIComponent(rule.key)}/versions/${rule.id}/withdrawal`, { reason })
