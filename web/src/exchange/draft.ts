import type { Draft, Kind, Mapping, Seen, Source, TargetColumn } from '@/api/exchange'

/** What each kind of source asks for. */
export interface Field {
  name: string
  label: string
  hint?: string
  number?: boolean
  optional?: boolean
}

const PLACE: Field[] = [
  { name: 'host', label: '主机', hint: '须在允许归集的主机名单内' },
  { name: 'port', label: '端口', number: true },
  { name: 'database', label: '数据库' },
  { name: 'user', label: '只读用户' },
  { name: 'table', label: '表', hint: '模式.表，如 public.person' },
]

export const FIELDS: Record<Kind, Field[]> = {
  FILE: [
    { name: 'rowsAt', label: '数据行的位置', hint: 'JSON 填 /data/rows，XML 填元素名；CSV、XLSX 不填', optional: true },
  ],
  BACKFLOW: [
    { name: 'areaColumn', label: '行政区划所在的列' },
    { name: 'approval', label: '省级批准文号' },
    { name: 'rowsAt', label: '数据行的位置', hint: 'JSON、XML 填写', optional: true },
  ],
  TABLE: [
    ...PLACE,
    { name: 'watermark', label: '水位列', hint: '随每次变化增大的列，如更新时间；不填则每次全量', optional: true },
    { name: 'tie', label: '次序列', hint: '水位相同时定先后，通常是主键', optional: true },
  ],
  LOG: [
    ...PLACE,
    { name: 'publication', label: '发布名', hint: '由来源库管理员建立' },
    { name: 'slot', label: '复制槽名', hint: '以 jiyuan_ 开头，小写字母、数字和下划线' },
  ],
  API: [
    { name: 'url', label: '地址', hint: 'https:// 开头，须在允许归集的主机名单内' },
    { name: 'rowsAt', label: '数据行的位置', hint: '应答中数组的位置，如 /data/rows', optional: true },
    { name: 'pageName', label: '页码参数', hint: '不分页则不填', optional: true },
    { name: 'sizeName', label: '每页行数参数', optional: true },
    { name: 'pageSize', label: '每页行数', number: true },
    { name: 'header', label: '放令牌的请求头', hint: '如 Authorization；不需要则不填', optional: true },
  ],
}

/** Sources that log in somewhere. */
export const SECRET: Partial<Record<Kind, string>> = { TABLE: '口令', LOG: '口令', API: '令牌' }
const TEXTS = new Set(['pageName', 'sizeName', 'header', 'rowsAt'])

/** The source with exactly the fields of its kind: an empty one is nothing, except where a text is wanted. */
export function sourceOf(kind: Kind, values: Record<string, string>): Source {
  const source: Source = { kind }
  for (const field of FIELDS[kind]) {
    const value = (values[field.name] ?? '').trim()
    source[field.name] = field.number ? Number(value || 0) : value === '' && !TEXTS.has(field.name) ? null : value
  }
  return source
}

export interface Line {
  from: string
  taken: boolean
  to: string
  title: string
  type: string
  personal: boolean
  key: boolean
  required: boolean
  cleanings: string[]
}

/** Each column of the source with what is suggested for it. */
export function linesOf(seen: Seen): Line[] {
  return seen.columns.map((column) => ({
    from: column.from,
    taken: true,
    to: column.to,
    title: column.title,
    type: column.type,
    personal: column.personal,
    key: false,
    required: false,
    cleanings: column.to === 'id_no' || column.to === 'uscc' ? ['HALF_WIDTH', 'NO_SPACES', 'UPPER_CASE'] : [],
  }))
}

export function mappingsOf(lines: Line[]): Mapping[] {
  return lines
    .filter((line) => line.taken)
    .map(({ from, to, required, key, cleanings }) => ({ from, to, required: required || key, cleanings }))
}

export function columnsOf(lines: Line[]): TargetColumn[] {
  return lines
    .filter((line) => line.taken)
    .map(({ to, title, type, personal }) => ({ name: to, title, type, personal }))
}

/** What keeps a draft from being handed in, as sentences. */
export function shortfalls(draft: Draft): string[] {
  const found: string[] = []
  if (draft.name.trim() === '') found.push('请填写任务名称。')
  if (!/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(draft.target.dataset)) {
    found.push('目标数据集应写成 landing.person 的样子：小写字母、数字和下划线，中间一个点。')
  }
  if (draft.mappings.length === 0) found.push('请先预览来源，至少选用一列。')
  const names = draft.mappings.map((mapping) => mapping.to)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice) found.push(`目标列 ${twice} 有两个来源列，请改名或者去掉一个。`)
  if ((draft.mode === 'MERGE' || draft.source.kind === 'LOG') && draft.target.key.length === 0) {
    found.push('按主键合并需要至少勾选一个主键列。')
  }
  return found
}
