import { session } from '@/session'

export interface Entry {
  label: string
  to: string
}

/** Entries of one system. */
export interface Section {
  label: string
  entries: Entry[]
}

export interface Group {
  label: string
  sections: Section[]
}

const NETS = ['一网通享', '一网通办', '一网通管', '一网协同', '一网通览', '平台运行'] as const
type Net = (typeof NETS)[number]

/** Net and short name of each system, in the order of the plan. */
const SYSTEMS: Record<string, [Net, string]> = {
  catalogue: ['一网通享', '信息资源目录'],
  exchange: ['一网通享', '归集与共享'],
  federation: ['一网通享', '省市级联'],
  stewardship: ['一网通享', '数据治理'],
  registers: ['一网通享', '基础库'],
  themes: ['一网通享', '主题库'],
  opendata: ['一网通享', '公共数据开放'],
  items: ['一网通享', '政务服务事项'],
  licences: ['一网通享', '电子证照'],
  seals: ['一网通享', '电子印章'],
  identity: ['一网通享', '身份认证'],
  parties: ['一网通享', '机构和人员'],
  rules: ['一网通享', '规则'],
  onestop: ['一网通办', '办件'],
  cases: ['一网通办', '办件'],
  reviews: ['一网通办', '好差评'],
  oversight: ['一网通办', '电子监察'],
  indicators: ['一网通览', '指标'],
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
  const nets = new Map<Net, Map<string, Entry[]>>(NETS.map((net) => [net, new Map()]))
  for (const [net, label] of Object.values(SYSTEMS)) nets.get(net)?.set(label, [])
  const add = (system: string, label: string, to: string) => {
    const [net, section] = SYSTEMS[system] ?? ['平台运行', '运行']
    const sections = nets.get(net) ?? new Map<string, Entry[]>()
    sections.set(section, [...(sections.get(section) ?? []), { label, to }])
  }
  const offer = (permission: string, label: string, to: string) => {
    if (session.may(permission)) add(permission.split('.')[0] ?? '', label, to)
  }

  if (['items.version.edit', 'items.import.run', 'items.catalogue.keep'].some(session.may)) {
    add('items', '事项管理', '/items/desk')
  }
  // Who reviews comes for what waits for him.
  const mine = REVIEWS.filter(([permission]) => session.may(permission)).map(([, state]) => state)
  if (mine.length > 0) add('items', '待我审核的事项', `/records/items.draft?state=in:${mine.join(',')}`)
  offer('catalogue.unit.read', '信息资源编目', '/catalogue/desk')
  offer('exchange.task.define', '新建归集任务', '/exchange/tasks/new')
  offer('exchange.demand.submit', '提出数据需求', '/exchange/demands/new')
  offer('federation.peer.register', '登记级联节点', '/federation/peers/new')
  offer('exchange.demand.read', '按需共享统计', '/exchange/statistics')
  offer('stewardship.quality.read', '质量趋势', '/stewardship/trends')
  offer('opendata.dataset.register', '登记开放数据', '/opendata/register')
  offer('registers.space.read', '区划与标准地址', '/registers/space')
  offer('themes.topic.read', '主题库', '/themes')
  offer('themes.workspace.use', '我的分析空间', '/themes/lab')
  offer('onestop.matter.intake', '窗口收件', '/intake')
  offer('oversight.score.read', '效能排名', '/scores')
  offer('reviews.evaluation.read', '好差评统计', '/ratings')
  offer('rules.parameter.read', '规则参数', '/rules')
  offer('indicators.value.read', '运行指标', '/figures')
  for (const type of session.types.value) {
    if (ELSEWHERE.has(type.id) && session.may('oversight.score.read')) continue
    add(type.id.split('.')[0] ?? '', type.name, `/records/${type.id}`)
  }
  if (session.may('audit.event.read')) add('', '审计记录', '/audit')
  add('', '后台任务', '/jobs')

  return NETS.map((net) => ({ label: net, sections: filled(nets.get(net)) })).filter(
    (group) => group.sections.length > 0,
  )
}

function filled(sections: Map<string, Entry[]> | undefined): Section[] {
  return [...(sections ?? new Map<string, Entry[]>())]
    .map(([label, entries]) => ({ label, entries }))
    .filter((section) => section.entries.length > 0)
}

/** With more entries than this a net is divided by its systems, which can be folded. */
export const MANY = 9

export const FIRST: Entry[] = [
  { label: '我的一天', to: '/' },
  { label: '待办事项', to: '/inbox' },
  { label: '消息', to: '/messages' },
]
