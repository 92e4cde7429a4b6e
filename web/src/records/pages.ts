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
  'stewardship.authority': (row) => `/stewardship/items/${row.cells.item?.value}`,
  'stewardship.proposal': (row) => `/stewardship/items/${row.cells.item?.value}`,
  'stewardship.score': (row) => `/stewardship/scores/${row.cells.unit?.value}`,
  'catalogue.round': (row) => `/catalogue/rounds/${row.cells.number?.value}`,
  'opendata.grant': (row) => `/opendata/grants/${row.id}`,
  'opendata.product': (row) => `/opendata/products/${row.id}`,
  'cases.matter': (row) => `/cases/${row.id}`,
}

export function pageOf(type: string, row: RecordRow): string {
  return OWN[type]?.(row) ?? `/records/${type}/${encodeURIComponent(row.id)}`
}

/** Where a new record of a type is made: on a page of the portal, or of the workbench, which begins with `/workbench`. */
export const MADE_ON: Record<string, { label: string; path: string; permission: string }[]> = {
  'identity.client': [{ label: '登记接入应用', path: '/identity/clients/new', permission: 'identity.client.write' }],
  'exchange.task': [
    { label: '新建归集任务', path: '/workbench/exchange/tasks/new', permission: 'exchange.task.define' },
  ],
  'exchange.demand': [
    { label: '提出数据需求', path: '/workbench/exchange/demands/new', permission: 'exchange.demand.submit' },
    { label: '按需共享统计', path: '/workbench/exchange/statistics', permission: 'exchange.demand.read' },
  ],
  'stewardship.authority': [
    { label: '登记数源', path: '/workbench/stewardship/items/new', permission: 'stewardship.crosscheck.edit' },
    { label: '提请作为数源', path: '/workbench/stewardship/items/new', permission: 'stewardship.crosscheck.propose' },
  ],
  'stewardship.asset': [
    { label: '登记数据资产', path: '/workbench/stewardship/assets/new', permission: 'stewardship.asset.register' },
    { label: '盘点和划转', path: '/workbench/stewardship/takings/new', permission: 'stewardship.asset.check' },
  ],
  'stewardship.taking': [
    { label: '开始盘点', path: '/workbench/stewardship/takings/new', permission: 'stewardship.asset.check' },
  ],
  'stewardship.transfer': [
    { label: '整体划转', path: '/workbench/stewardship/takings/new', permission: 'stewardship.asset.transfer' },
  ],
  'opendata.dataset': [
    { label: '登记开放数据', path: '/workbench/opendata/register', permission: 'opendata.dataset.register' },
  ],
  'opendata.grant': [
    { label: '登记授权运营申请', path: '/workbench/opendata/grants/new', permission: 'opendata.operation.manage' },
  ],
  'stewardship.run': [
    { label: '质量趋势', path: '/workbench/stewardship/trends', permission: 'stewardship.quality.read' },
  ],
}
