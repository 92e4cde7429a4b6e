import { describe, expect, it } from 'vitest'
import { readingOf } from './reading'

describe('the reading mode', () => {
  it('is the one that the portal has kept', () => {
    expect(readingOf('XSRF-TOKEN=abce; reading=mec')).toEqual({ elder: true, contrast: true })
    expect(readingOf('reading=mc')).toEqual({ elder: false, contrast: true })
  })

  it('is the usual one where nothing is kept', () => {
    expect(readingOf('')).toEqual({ elder: false, contrast: false })
    expect(readingOf('XSRF-TOKEN=ec')).toEqual({ elder: false, contrast: false })
  })
})
