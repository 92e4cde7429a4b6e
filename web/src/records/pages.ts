import type { RecordRow } from '@/api/records'

/** Types whose records have a page of their own; all others share the generic one. */
const OWN: Record<string, (row: RecordRow) => string | undefined> = {
  // The guide's address holds the item's code, and the desk of its versions has the same address here.
  'items.item': (row) => row.links.find((link) => link.path.startsWith('/items/'))?.path,
  'items.draft': (row) => row.links[0]?.path.replace('/workbench', ''),
  'onestop.matter': (row) => `/cases/${row.id}`,
  'oversight.talk': (row) => `/cases/${row.id}`,
  'reviews.rectification': (row) => `/cases/${row.id}`,
  'exchange.task': (row) => `/exchange/tasks/${row.id}`,
  'exchange.request': (row) => `/exchange/requests/${row.id}`,
  'exchange.answering': (row) => `/exchange/requests/${row.id}`,
  'registers.licence': (row) => `/registers/licences/${row.id}`,
  'registers.address': (row) => `/registers/addresses/${row.id}`,
  'registers.proposal': (row) => `/registers/proposals/${row.id}`,
  'registers.run': (row) => `/registers/runs/${row.id}`,
  'registers.legal': (row) => `/registers/legals/${row.id}`,
  'cases.matter': (row) => `/cases/${row.id}`,
}

export function pageOf(type: string, row: RecordRow): string {
  return OWN[type]?.(row) ?? `/records/${type}/${encodeURIComponent(row.id)}`
}

/** Types of which a new record is made on a page of the portal. */
export const MADE_ON: Record<string, { label: string; path: string; permission: string }> = {
  'identity.client': { label: '登记接入应用', path: '/identity/clients/new', permission: 'identity.client.write' },
}
