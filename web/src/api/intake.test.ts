import { describe, expect, it } from 'vitest'
import type { FormField } from './forms'
import { flatten } from './intake'

const field = (name: string, type: FormField['type']): FormField => ({
  name,
  type,
  label: name,
  required: true,
  limits: {},
  options: [],
  columns: [],
  hints: {},
})

describe('flatten', () => {
  it('writes rows, lists and single answers as a browser sends them, and leaves files out', () => {
    const fields = [field('name', 'TEXT'), field('items', 'CHOICES'), field('staff', 'ROWS'), field('scan', 'FILES')]
    const answers = { name: '愚公', items: ['hot', 'cold'], staff: [{ post: '厨师' }], scan: ['1'], other: 'x' }
    expect(flatten(fields, answers)).toEqual({ name: ['愚公'], items: ['hot', 'cold'], 'staff.0.post': ['厨师'] })
  })
})
