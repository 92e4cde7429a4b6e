import { session } from '@/session'

export interface Entry {
  label: string
  to: string
}

export interface Group {
  label: string
  entries: Entry[]
}

const NETS = ['一网通享', '一网通办', '一网通管', '一网协同', '一网通览', '平台运行'] as const
type Net = (typeof NETS)[number]

/** The net to which the records of a system belong. */
const NET_OF: Record<string, Net> = {
  catalogue: '一网通享',
  items: '一网通享',
  licences: '一网通享',
  seals: '一网通享',
  parties: '一网通享',
  identity: '一网通享',
  exchange: '一网通享',
  opendata: '一网通享',
  registers: '一网通享',
  themes: '一网通享',
  onestop: '一网通办',
  cases: '一网通办',
  reviews: '一网通办',
  oversight: '一网通办',
  stewardship: '一网通享',
}

/** Which state of a version waits for whom. */
const REVIEWS = [
  ['items.version.review', 'REVIEW'],
  ['items.version.legal', 'LEGAL_REVIEW'],
  ['items.version.publish', 'APPROVED'],
] as const

/** Lists that a page of their own leads to. */
const ELSEWHERE = new Set(['oversight.score'])

/** What this person may use in this capacity, by net; a net without an entry is not shown. */
export function navigation(): Group[] {
  const entries = new Map<Net, Entry[]>(NETS.map((net) => [net, []]))
  const add = (net: Net, label: string, to: string) => entries.get(net)?.push({ label, to })

  if (['items.version.edit', 'items.import.run', 'items.catalogue.keep'].some(session.may)) {
    add('一网通享', '事项管理', '/items/desk')
  }
  if (session.may('catalogue.unit.read')) add('一网通享', '信息资源编目', '/catalogue/desk')
  // Who reviews comes for what waits for him.
  const mine = REVIEWS.filter(([permission]) => session.may(permission)).map(([, state]) => state)
  if (mine.length > 0) add('一网通享', '待我审核的事项', `/records/items.draft?state=in:${mine.join(',')}`)
  if (session.may('exchange.task.define')) add('一网通享', '新建归集任务', '/exchange/tasks/new')
  if (session.may('exchange.demand.submit')) add('一网通享', '提出数据需求', '/exchange/demands/new')
  if (session.may('opendata.dataset.register')) add('一网通享', '登记开放数据', '/opendata/register')
  if (session.may('oversight.score.read')) add('一网通办', '效能排名', '/scores')
  if (session.may('reviews.evaluation.read')) add('一网通办', '好差评统计', '/ratings')
  if (session.may('onestop.matter.intake')) add('一网通办', '窗口收件', '/intake')
  if (session.may('themes.topic.read')) add('一网通享', '主题库', '/themes')
  if (session.may('themes.workspace.use')) add('一网通享', '我的分析空间', '/themes/lab')
  if (session.may('rules.parameter.read')) add('一网通享', '规则参数', '/rules')
  if (session.may('indicators.value.read')) add('一网通览', '运行指标', '/figures')
  for (const type of session.types.value) {
    if (ELSEWHERE.has(type.id) && session.may('oversight.score.read')) continue
    add(NET_OF[type.id.split('.')[0] ?? ''] ?? '平台运行', type.name, `/records/${type.id}`)
  }
  if (session.may('audit.event.read')) add('平台运行', '审计记录', '/audit')
  add('平台运行', '后台任务', '/jobs')

  return NETS.map((net) => ({ label: net, entries: entries.get(net) ?? [] })).filter(
    (group) => group.entries.length > 0,
  )
}

export const FIRST: Entry[] = [
  { label: '我的一天', to: '/' },
  { label: '待办事项', to: '/inbox' },
  { label: '消息', to: '/messages' },
]
