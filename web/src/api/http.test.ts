import { describe, expect, it } from 'vitest'
import { Problem, problemOf, query, readProblem } from './http'

describe('a refusal of the server', () => {
  it('keeps its sentence, code and status', () => {
    const problem = readProblem(409, { detail: '王敏已于 10:05 受理了这件。', code: 'cases.changed', status: 409 })
    expect(problem.detail).toBe('王敏已于 10:05 受理了这件。')
    expect(problem.code).toBe('cases.changed')
    expect(problem.conflict).toBe(true)
  })

  it('points at the field, one or many', () => {
    expect(readProblem(422, { detail: '请填写理由。', pointer: '/reason' }).at('/reason')).toBe('请填写理由。')
    const many = readProblem(422, {
      detail: '有两处要改。',
      problems: [
        { pointer: '/a', detail: '甲' },
        { pointer: '/b', message: '乙' },
      ],
    })
    expect(many.at('/a')).toBe('甲')
    expect(many.at('/b')).toBe('乙')
    expect(many.at('/c')).toBeUndefined()
  })

  it('is a sentence even when a proxy answered with a page', () => {
    expect(readProblem(502, null).detail).toContain('没有提交')
    expect(readProblem(413, 'Too large').detail).toContain('太大')
    expect(readProblem(418, undefined).detail).toContain('418')
  })
})

describe('what is thrown', () => {
  it('tells a lost connection from a defect', () => {
    expect(problemOf(new TypeError('Failed to fetch')).code).toBe('web.unreachable')
    expect(problemOf('odd').code).toBe('web.defect')
  })

  it('stays the problem it was', () => {
    const problem = new Problem(403, 'cases.same-person', '受理人不能作出决定。')
    expect(problemOf(problem)).toBe(problem)
  })
})

describe('a query string', () => {
  it('leaves out what is not set and encodes the rest', () => {
    expect(query({ q: '开饭店', after: undefined, type: '', page: 0 })).toBe('?q=%E5%BC%80%E9%A5%AD%E5%BA%97&page=0')
    expect(query({})).toBe('')
  })
})
