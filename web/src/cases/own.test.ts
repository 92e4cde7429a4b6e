import { expect, it } from 'vitest'
import { ownPage } from './own'

it('leads from a share request to its page, from a ticket to its record, from others nowhere', () => {
  expect(ownPage('exchange.request', 'c', { request: 'r' })).toBe('/exchange/requests/r')
  expect(ownPage('exchange.request', 'c', {})).toBeNull()
  expect(ownPage('stewardship.ticket', 'c', {})).toBe('/records/stewardship.finding/c')
  expect(ownPage('onestop.matter', 'c', {})).toBeNull()
})
