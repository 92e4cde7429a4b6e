import { get, post, query } from './http'

export interface Colleague {
  id: string
  name: string
}

export type Due = 'OVERDUE' | 'TODAY' | 'SOON' | 'WAITING'

export type InboxView = 'mine' | 'claimable' | 'done' | 'copies' | 'all'

/** One line of an inbox: a task and the case it belongs to. */
export interface InboxRow {
  taskId: string
  caseId: string
  kind: Task['kind']
  status: Task['status']
  title: string
  type: string
  number: string | null
  subject: string
  state: string
  stateLabel: string
  applicant: string
  assignee: Colleague | null
  delegator: Colleague | null
  from: Colleague
  openedAt: string
  doneAt: string | null
  /** The first moment that is too late. */
  dueAt: string | null
  clockState: Clock['state']
  version: number
}

export interface InboxPage {
  items: InboxRow[]
  next: string | null
  /** Per view, in capitals; 1000 stands for more than 999. */
  counts: Record<string, number>
  /** Of this view, by deadline; empty for what is over. */
  due: Partial<Record<Due, number>>
}

export interface MyDay {
  mine: number
  claimable: number
  unread: number
  overdue: number
  today: number
  /** Due after today, within three days. */
  soon: number
  /** The clock stands, or colleagues are asked. */
  waiting: number
  doneToday: number
}

export interface CaseView {
  id: string
  type: string
  typeLabel?: string
  typeVersion: number
  number: string | null
  title: string
  state: string
  stateLabel: string
  version: number
  unitId: string
  unitName?: string
  applicantMasked: string
  /** Who acts for the applicant. */
  agentMasked: string | null
  applicantKind: string
  dueAt: string | null
  clockState: string
  openedAt: string
  submittedAt: string | null
  acceptedAt: string | null
  decidedAt: string | null
  closedAt: string | null
  lastEventAt: string
  outcome: string | null
  data: Record<string, unknown>
  demo: boolean
}

export interface Clock {
  clock: string
  round: number
  label: string
  kind: string
  term: string
  basis: string
  state: 'NONE' | 'RUNNING' | 'PAUSED' | 'STOPPED'
  dueDate: string
  provisional: boolean
  remaining: string
  late: boolean
  steps: string[]
  events: { at: string; what: string; reason: string; amount: string | null }[]
}

export interface TimelineEntry {
  sequence: number
  personId: string
  action: string
  label: string
  from: string
  to: string
  actorName: string
  actingAs: string
  unitName: string | null
  at: string
  opinion: string
  reason: string
  note: string
}

export interface Task {
  id: string
  kind: 'HANDLE' | 'CONSULT' | 'JOINT' | 'PROCESS' | 'COPY'
  status: 'OPEN' | 'SUSPENDED' | 'DONE' | 'CANCELLED'
  title: string
  assignee: Colleague | null
  delegator: Colleague | null
  role: string | null
  state: string
  openedBy: Colleague
  openedAt: string
  claimedAt: string | null
  doneBy: Colleague | null
  doneAt: string | null
}

export interface Evidence {
  id: string
  fileId: string | null
  kind: string
  name: string
  source: string
  sm3: string | null
  addedAt: string
}

/** An action that one may do now, with what one must know before doing it. */
export interface Offer {
  action: string
  label: string
  consequence: string
  opinion: boolean
  reason: boolean
  evidence: string[]
  form: string | null
  refusal: string | null
  /** Whether its performer may take it back as long as the next one has not worked. */
  recallable: boolean
}

export interface CaseFile {
  matter: CaseView
  clocks: Clock[]
  timeline: TimelineEntry[]
  tasks: Task[]
  evidence: Evidence[]
  offers: Offer[]
  chances: Chances
}

/** What can be done with the tasks now, as far as it depends on more than who holds them. */
export interface Chances {
  claimable: string[]
  /** The own step that can be taken back. */
  recall: string | null
  /** Who gets the case straight back after a return. */
  straightBack: string | null
}

export interface Attachment {
  fileId: string
  kind: string
  name: string
  paper: boolean
}

/** What came of one of several; the problem is null where it was done. */
export interface Result {
  id: string
  problem: string | null
}

export interface ActionBody {
  expectedVersion: number
  opinion: string
  reason: string
  data: Record<string, unknown>
  evidence: Attachment[]
  idempotencyKey: string
}

export interface Outcome {
  caseId: string
  stateLabel: string
  version: number
  repeated: boolean
}

export interface Paper {
  kind: string
  name: string
  source: string
  fileId: string | null
}

/** What the system of applications knows of a case: the form as a document, materials, results. */
export interface Matter {
  number: string
  itemCode: string
  itemVersion: number
  itemName: string
  summary: { label: string; value: string; masked: string }[]
  materials: Paper[]
  documents: Paper[]
  licence: { id: string; typeName: string; number: string; state: string } | null
  /** What belongs into the file once the matter is over. */
  archive: { name: string; present: boolean }[]
  /** Personal data are masked now, and shown in full to whoever states a purpose. */
  disclosable?: boolean
}

/** What an operation on a task may carry; everything is sent, what does not matter in its neutral form. */
export interface TaskBody {
  people: string[]
  opinion: string
  reason: string
  state: string | null
  straight: boolean
  mode: 'BEFORE' | 'PARALLEL' | 'AFTER'
  rule: 'ALL' | 'ANY' | 'RATIO'
  percent: number
  agree: boolean
}

const NOTHING: TaskBody = {
  people: [],
  opinion: '',
  reason: '',
  state: null,
  straight: false,
  mode: 'BEFORE',
  rule: 'ALL',
  percent: 100,
  agree: true,
}

export const readInbox = (
  filter: { view: InboxView; type?: string; q?: string; due?: string; after?: string; limit?: number },
  signal?: AbortSignal,
) => get<InboxPage>(`/api/cases/inbox${query(filter)}`, signal)
export const readMyDay = () => get<MyDay>('/api/cases/my-day')
export const readCase = (id: string, signal?: AbortSignal) => get<CaseFile>(`/api/cases/${id}`, signal)
/** Where the sheet of a case is, by the type of the case; matters of citizens and firms unless said otherwise. */
const sheet = (id: string, type: string) =>
  type === 'identity.guardianship' ? `/api/identity/guardianships/${id}` : `/api/onestop/matters/${id}`
export const readMatter = (id: string, type = '', signal?: AbortSignal) => get<Matter>(sheet(id, type), signal)
export const revealMatter = (id: string, purpose: string) =>
  post<Matter>(`/api/onestop/matters/${id}/reveal`, { purpose })
export const fileLink = (caseId: string, fileId: string, type = '') => `${sheet(caseId, type)}/files/${fileId}`
export const act = (id: string, action: string, body: ActionBody) =>
  post<Outcome>(`/api/cases/${id}/actions/${action}`, body)
export const taskOperation = (taskId: string, operation: string, body: Partial<TaskBody> = {}) =>
  post<unknown>(`/api/cases/tasks/${taskId}/${operation}`, { ...NOTHING, ...body })
export const actOnMany = (
  action: string,
  body: {
    cases: { id: string; expectedVersion: number }[]
    opinion: string
    reason: string
    data: Record<string, unknown>
  },
) => post<Result[]>(`/api/cases/batch/${action}`, body)
export const operateOnMany = (operation: string, tasks: string[], body: Partial<TaskBody> = {}) =>
  post<Result[]>(`/api/cases/tasks/batch/${operation}`, { tasks, body: { ...NOTHING, ...body } })
/** Stores a file that is going to come with an action. */
export function uploadFile(caseId: string, file: File) {
  const form = new FormData()
  form.append('file', file)
  return post<{ fileId: string; name: string; size: number }>(`/api/cases/${caseId}/files`, form)
}
export const copyCase = (id: string, people: string[], message: string) =>
  post<void>(`/api/cases/${id}/copy`, { ...NOTHING, people, reason: message })
export const recallCase = (id: string, expectedVersion: number) =>
  post<CaseFile>(`/api/cases/${id}/recall`, { expectedVersion })
export const readReturnTargets = (taskId: string) =>
  get<{ state: string; label: string; person: string }[]>(`/api/cases/tasks/${taskId}/return-targets`)
/** Colleagues of one's own unit: those who hold a role, or all. */
export const readColleagues = (role = '') => get<Colleague[]>(`/api/cases/colleagues${query({ role })}`)
