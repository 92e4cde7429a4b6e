import type { InboxRow } from '@/api/cases'

/** How near the deadline of a case is. A clock that stands is never late. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'paused' | 'none'

const DAY = 86_400_000
const BEIJING = 8 * 3_600_000
/** Tasks without a deadline carry a far one, so that they come last in an index. */
const NEVER = Date.UTC(9000, 0)

/** The number of the day in Beijing. */
const dayOf = (at: number) => Math.floor((at + BEIJING) / DAY)

/** The last moment in time; {@link InboxRow.dueAt} is the first that is too late, often midnight. */
export function lastMoment(row: Pick<InboxRow, 'dueAt'>): number | null {
  if (!row.dueAt) return null
  const at = Date.parse(row.dueAt)
  return Number.isNaN(at) || at > NEVER ? null : at - 1
}

export function urgency(row: Pick<InboxRow, 'dueAt' | 'clockState'>, now = Date.now()): Urgency {
  if (row.clockState === 'PAUSED') return 'paused'
  const last = lastMoment(row)
  if (last === null || row.clockState !== 'RUNNING') return 'none'
  if (last < now) return 'overdue'
  const days = dayOf(last) - dayOf(now)
  return days === 0 ? 'today' : days <= 3 ? 'soon' : 'later'
}
