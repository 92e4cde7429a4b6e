import { describe, expect, it } from 'vitest'
import type { CaseFile, Chances, Task } from '@/api/cases'
import { operations } from './operations'

const me = { id: 'me', name: '王敏' }
const other = { id: 'other', name: '李强' }
const task = (over: Partial<Task>): Task => ({
  id: 't',
  kind: 'HANDLE',
  status: 'OPEN',
  title: '审查材料',
  assignee: null,
  delegator: null,
  role: 'reviewer',
  state: 'review',
  openedBy: other,
  openedAt: '2026-11-20T01:00:00Z',
  claimedAt: null,
  doneBy: null,
  doneAt: null,
  ...over,
})
const none: Chances = { claimable: [], recall: null, straightBack: null }
const file = (tasks: Task[], chances: Partial<Chances> = {}) =>
  ({ tasks, timeline: [], matter: { closedAt: null }, chances: { ...none, ...chances } }) as unknown as CaseFile
const ids = (found: CaseFile) => operations(found, me.id).map((one) => one.id)

describe('what may be done with tasks', () => {
  it('begins with claiming what nobody holds, if the server says that one may', () => {
    expect(ids(file([task({})], { claimable: ['t'] }))).toEqual(['claim', 'copy'])
    expect(ids(file([task({})]))).toEqual(['copy'])
  })

  it('gives the holder everything but calling off what was not asked', () => {
    const found = ids(file([task({ assignee: me })]))
    expect(found).toContain('transfer')
    expect(found).toContain('joint-sign')
    expect(found).not.toContain('call-off')
    expect(found).not.toContain('remind')
  })

  it('lets a signer sign or hand on, nothing more', () => {
    const found = ids(file([task({ assignee: other, status: 'SUSPENDED' }), task({ kind: 'CONSULT', assignee: me })]))
    expect(found).toEqual(['sign', 'transfer', 'copy', 'remind'])
  })

  it('lets a delegate answer and the delegator take back', () => {
    expect(ids(file([task({ assignee: me, delegator: other })]))).toContain('resolve')
    expect(ids(file([task({ assignee: other, delegator: me })]))).toContain('take-back')
  })

  it('offers to take back the own step that the server names', () => {
    const found = operations(file([task({})], { recall: '审查通过，提请决定' }), me.id)
    expect(found[0]).toMatchObject({ id: 'recall', label: '撤回办理：审查通过，提请决定' })
    expect(ids(file([task({})]))).not.toContain('recall')
  })

  it('leads straight back to who returned the case', () => {
    expect(ids(file([task({ assignee: me })], { straightBack: '李强' }))[0]).toBe('resubmit')
  })

  it('lets one take back a copy that is not read yet', () => {
    const copy = { kind: 'COPY', assignee: other } as const
    expect(ids(file([task({ ...copy, openedBy: me })]))).toContain('recall-copy')
    expect(ids(file([task({ ...copy, openedBy: other })]))).not.toContain('recall-copy')
  })
})
