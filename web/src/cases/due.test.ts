import { describe, expect, it } from 'vitest'
import { lastMoment, urgency } from './due'

const now = Date.parse('2026-11-22T09:00:00+08:00')
const row = (dueAt: string | null, clockState: 'RUNNING' | 'PAUSED' | 'NONE' | 'STOPPED' = 'RUNNING') => ({
  dueAt,
  clockState,
})

describe('how near a deadline is', () => {
  it('counts midnight to the day that it ends', () => {
    expect(urgency(row('2026-11-23T00:00:00+08:00'), now)).toBe('today')
    expect(urgency(row('2026-11-24T00:00:00+08:00'), now)).toBe('soon')
    expect(urgency(row('2026-11-27T00:00:00+08:00'), now)).toBe('later')
  })

  it('is over from the first moment that is too late', () => {
    expect(urgency(row('2026-11-22T09:00:00+08:00'), now)).toBe('overdue')
    expect(urgency(row('2026-11-22T09:00:01+08:00'), now)).toBe('today')
  })

  it('is never late while the clock stands', () => {
    expect(urgency(row('2026-11-01T00:00:00+08:00', 'PAUSED'), now)).toBe('paused')
  })

  it('is none where there is no deadline', () => {
    expect(urgency(row(null), now)).toBe('none')
    expect(lastMoment(row('9999-12-31T00:00:00Z'))).toBeNull()
  })
})
