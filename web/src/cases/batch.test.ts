import { describe, expect, it } from 'vitest'
import type { InboxRow, Offer } from '@/api/cases'
import { batchable, oneState, report } from './batch'

const row = (n: number, state = 'submitted') =>
  ({ taskId: `t${n}`, caseId: `c${n}`, type: 'onestop.matter', state }) as InboxRow
const offer = (over: Partial<Offer>) =>
  ({ action: 'accept', refusal: null, form: null, evidence: [], ...over }) as unknown as Offer

describe('doing the same for several', () => {
  it('is possible only where all stand at the same place', () => {
    expect(oneState([row(1), row(2)])).toBe(true)
    expect(oneState([row(1), row(2, 'review')])).toBe(false)
  })

  it('leaves out what asks each time for more', () => {
    const offers = [
      offer({}),
      offer({ action: 'refused', refusal: '不能' }),
      offer({ action: 'formed', form: 'f' }),
      offer({ action: 'proved', evidence: ['报告'] }),
    ]
    expect(batchable(offers).map((one) => one.action)).toEqual(['accept'])
  })

  it('tells of each row what became of it, by task or by case', () => {
    const results = [
      { id: 't1', problem: null },
      { id: 'c2', problem: '已由他人办理' },
    ]
    expect(report([row(1), row(2), row(3)], results).map((one) => one.result.problem)).toEqual([
      null,
      '已由他人办理',
      '服务器没有说明结果，请打开办件查看。',
    ])
  })
})
