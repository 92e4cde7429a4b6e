import { describe, expect, it } from 'vitest'
import { linesOf, mappingsOf, shortfalls, sourceOf } from './draft'
import type { Draft } from '@/api/exchange'

const DRAFT: Draft = {
  name: '人员',
  unit: null,
  source: { kind: 'FILE' },
  secret: null,
  target: { dataset: 'landing.person', title: '', columns: null, key: ['id_no'] },
  mode: 'MERGE',
  mappings: [{ from: '证件号码', to: 'id_no', required: true, cleanings: [] }],
  schedule: '',
  version: 0,
}

describe('the draft of a task', () => {
  it('takes only the fields of the kind of source', () => {
    expect(sourceOf('TABLE', { host: ' db ', port: '5432', url: 'x', watermark: '' })).toMatchObject({
      kind: 'TABLE',
      host: 'db',
      port: 5432,
      watermark: null,
    })
    expect(sourceOf('TABLE', { url: 'x' })).not.toHaveProperty('url')
    expect(sourceOf('API', { url: 'https://a' })).toMatchObject({ pageName: '', header: '' })
  })

  it('maps the columns that are taken, and demands the key', () => {
    const column = { sourceType: '', type: 'TEXT', title: '', personal: true, fits: true, misfits: [] }
    const lines = linesOf({
      columns: [
        { ...column, from: '身份证号', to: 'id_no' },
        { ...column, from: '备注', to: 'note' },
      ],
      rows: [],
      broken: [],
    })
    lines[0]!.key = true
    lines[1]!.taken = false
    expect(mappingsOf(lines)).toEqual([
      { from: '身份证号', to: 'id_no', required: true, cleanings: ['HALF_WIDTH', 'NO_SPACES', 'UPPER_CASE'] },
    ])
  })

  it('says what is missing', () => {
    expect(shortfalls(DRAFT)).toEqual([])
    expect(shortfalls({ ...DRAFT, name: ' ', target: { ...DRAFT.target, dataset: '人员', key: [] } })).toHaveLength(3)
    const twice = [...DRAFT.mappings, ...DRAFT.mappings]
    expect(shortfalls({ ...DRAFT, mappings: twice })[0]).toContain('id_no')
  })
})
