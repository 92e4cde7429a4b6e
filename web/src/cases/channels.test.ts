import { describe, expect, it } from 'vitest'
import { channelAt } from './channels'

describe('channelAt', () => {
  const data = { channels: [{ action: 'submit', channel: '2', at: '2026-03-02T01:00:00.123456Z' }] }

  it('names the channel of the step at that moment', () => {
    expect(channelAt(data, '2026-03-02T01:00:00.123456Z')).toBe('电脑端网上')
  })

  it('says nothing of other steps and of cases without channels', () => {
    expect(channelAt(data, '2026-03-02T02:00:00Z')).toBe('')
    expect(channelAt({}, '2026-03-02T01:00:00Z')).toBe('')
  })
})
