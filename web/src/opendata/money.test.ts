import { describe, expect, it } from 'vitest'
import { fen, yuan } from './money'

describe('money', () => {
  it('is written in yuan and counted in fen', () => {
    expect(yuan(123456)).toBe('1,234.56')
    expect(yuan(0)).toBe('0.00')
    expect(fen('0.29')).toBe(29)
    expect(fen(' 12 ')).toBe(1200)
  })

  it('takes nothing for an amount that has more than two decimals or a sign', () => {
    expect(fen('1.234')).toBeNaN()
    expect(fen('-1')).toBeNaN()
    expect(fen('')).toBeNaN()
  })
})
