import type { Content, Item, Place, ResourceClass } from '@/api/catalogue'

/** Codes of the catalogue and what they mean, in the order of the guide. */
export const FORMATS: Record<string, string> = {
  FILE: '电子文件',
  SHEET: '电子表格',
  DATABASE: '数据库',
  PICTURE: '图形图像',
  STREAM: '流媒体',
  SELF_DESCRIBING: '自描述格式',
}
export const SHARING: Record<string, string> = {
  UNCONDITIONAL: '无条件共享',
  CONDITIONAL: '有条件共享',
  NONE: '不予共享',
}
export const BASES: Record<string, string> = {
  LAW: '法律',
  REGULATION: '行政法规',
  CENTRAL_POLICY: '党中央、国务院政策',
  LOCAL_LAW: '地方性法规',
  RULES: '规章',
  DOCUMENT: '规范性文件',
  OTHER: '其他',
}
export const MODES: Record<string, string> = {
  PLATFORM_TABLE: '共享平台：数据库',
  PLATFORM_FILE: '共享平台：文件交换',
  PLATFORM_API: '共享平台：接口',
  MAIL: '邮件',
  MEDIUM: '介质',
}
export const OPENING: Record<string, string> = {
  UNCONDITIONAL: '无条件开放',
  CONDITIONAL: '有条件开放',
  NONE: '不予开放',
}
export const CYCLES: Record<string, string> = {
  REAL_TIME: '实时',
  DAILY: '每日',
  WEEKLY: '每周',
  MONTHLY: '每月',
  QUARTERLY: '每季度',
  YEARLY: '每年',
  OTHER: '其它',
}
export const TYPES: Record<string, string> = {
  C: '字符型',
  N: '数值型',
  Y: '货币型',
  D: '日期型',
  T: '日期时间型',
  L: '逻辑型',
  M: '备注型',
  G: '通用型',
  B: '双精度型',
  I: '整型',
  F: '浮点型',
}
export const LEVELS: Record<number, string> = {
  1: '一般 1 级',
  2: '一般 2 级',
  3: '一般 3 级',
  4: '一般 4 级',
  5: '重要',
  6: '核心',
}
export const DISPOSITIONS: Record<string, string> = {
  NEW: '新增目录',
  KNOWN: '已有目录',
  CHANGE: '变更目录',
  CANCEL: '注销目录',
  NONE: '不编目',
}
export const LIGHTS: Record<string, string> = { NONE: '不巡检', GREEN: '正常', YELLOW: '黄灯', RED: '红灯' }

export const freshItem = (): Item => ({
  name: '',
  title: '',
  type: 'C',
  length: 50,
  key: false,
  optional: true,
  element: null,
  level: 1,
  personal: false,
})

export const noPlace = (): Place => ({ host: '', port: 5432, database: '', schema: 'public', user: '', password: '' })

/** Where entries may stand, with the way to it: “部门信息资源 / 省级以下部门 / 市场监管局”. */
export function directories(classes: ResourceClass[]): { code: string; label: string }[] {
  const names = new Map(classes.map((one) => [one.code, one]))
  const way = (one: ResourceClass): string => {
    const above = one.parent ? names.get(one.parent) : undefined
    return above ? `${way(above)} / ${one.name}` : one.name
  }
  return classes.filter((one) => one.level >= 3).map((one) => ({ code: one.code, label: `${one.code} ${way(one)}` }))
}

/** The content as lines of a page. */
export function lines(content: Content): [string, string][] {
  const of = (words: Record<string, string>, code: string | null) => (code === null ? '' : (words[code] ?? code))
  const all: [string, string][] = [
    ['信息资源摘要', content.summary],
    ['信息资源格式', of(FORMATS, content.format)],
    ['共享类型', of(SHARING, content.sharing)],
    ['共享条件', content.sharingCondition],
    ['不予共享依据', content.basis && `${of(BASES, content.basisKind)}：${content.basis}`],
    ['共享方式', of(MODES, content.sharingMode)],
    ['开放属性', of(OPENING, content.open)],
    ['开放条件', content.openCondition],
    ['更新周期', of(CYCLES, content.cycle)],
    ['关联资源', content.related.join('、')],
  ]
  return all.filter(([, text]) => text !== '')
}
