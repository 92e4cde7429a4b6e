import type { ItemContent } from '@/api/items'

/** An element of an implementation list as the editor asks for it: one place in the content, in words of the field. */
export interface Element {
  key: string
  label: string
  kind: 'text' | 'long' | 'lines' | 'number' | 'flag' | 'choice' | 'ticks' | 'term' | 'list' | 'answers'
  optional?: boolean
  hint?: string
  /** Value to label; of a choice and of ticks. */
  options?: Record<string, string> | ((content: ItemContent) => Record<string, string>)
  /** Of a list: what each row holds, what a new row begins with, how a row is called. */
  fields?: Element[]
  fresh?: (rows: Row[]) => Row
  called?: (row: Row) => string
  what?: string
}

export type Row = Record<string, unknown>

export interface Section {
  title: string
  /** Where the elements stand in the content; empty for the content itself. */
  at: string
  hint?: string
  elements: Element[]
}

export const UNITS: Record<string, string> = {
  WORKDAY: '个工作日',
  NATURAL_DAY: '个自然日',
  HOUR: '小时',
  WORK_HOUR: '个工作小时',
  MONTH: '个月',
  YEAR: '年',
}

const same = (...values: string[]) => Object.fromEntries(values.map((value) => [value, value]))
const text = (key: string, label: string, over: Partial<Element> = {}): Element => ({
  key,
  label,
  kind: 'text',
  ...over,
})
const long = (key: string, label: string, over: Partial<Element> = {}): Element => ({
  key,
  label,
  kind: 'long',
  ...over,
})
const lines = (key: string, label: string, over: Partial<Element> = {}): Element => ({
  key,
  label,
  kind: 'lines',
  hint: '每行一个',
  ...over,
})
const free = { optional: true }

/** The next free code of a list, `M08` after `M07`. */
export function nextCode(rows: Row[], letter: string, key = 'code'): string {
  const used = new Set(rows.map((row) => row[key]))
  let number = rows.length + 1
  const code = () => `${letter}${String(number).padStart(2, '0')}`
  while (used.has(code())) number++
  return code()
}

const TYPES = {
  LICENCE: '行政许可',
  PENALTY: '行政处罚',
  COERCION: '行政强制',
  COLLECTION: '行政征收',
  PAYMENT: '行政给付',
  INSPECTION: '行政检查',
  CONFIRMATION: '行政确认',
  REWARD: '行政奖励',
  ARBITRATION: '行政裁决',
  OTHER_POWER: '其他行政权力',
  PUBLIC_SERVICE: '公共服务',
}

const option = (stops: boolean): Element => ({
  key: 'options',
  label: '选项',
  kind: 'list',
  what: '选项',
  called: (row) => String(row.title ?? ''),
  fresh: (rows) => ({ id: nextCode(rows, 'o', 'id'), title: '', ...(stops ? { stop: null } : {}) }),
  fields: [
    text('title', '选项内容'),
    ...(stops ? [long('stop', '不能办理的原因和建议', { ...free, hint: '选了就不能办的才写：为什么，该怎么办' })] : []),
    text('id', '标识', { hint: '各版之间不变，字母或者数字' }),
  ],
})

const material: Element = {
  key: 'materials',
  label: '申请材料',
  kind: 'list',
  what: '材料',
  called: (row) => `${String(row.code)} ${String(row.name || '（未命名）')}`,
  fresh: (rows) => ({
    code: nextCode(rows, 'M'),
    name: '',
    need: 'REQUIRED',
    kind: 'ORIGINAL',
    format: 'ELECTRONIC',
    copies: 0,
    source: 'APPLICANT',
    sourceNote: null,
    licenceTypes: [],
    standard: null,
    howToFill: null,
    basis: null,
  }),
  fields: [
    text('name', '材料名称'),
    {
      key: 'need',
      label: '必要性',
      kind: 'choice',
      options: { REQUIRED: '必要', OPTIONAL: '非必要', MAY_FOLLOW: '容缺后补' },
    },
    { key: 'kind', label: '类型', kind: 'choice', options: { ORIGINAL: '原件', COPY: '复印件', BOTH: '原件和复印件' } },
    {
      key: 'format',
      label: '形式',
      kind: 'choice',
      options: { PAPER: '纸质', ELECTRONIC: '电子', EITHER: '纸质或电子' },
    },
    { key: 'copies', label: '纸质份数', kind: 'number' },
    {
      key: 'source',
      label: '来源渠道',
      kind: 'choice',
      options: { APPLICANT: '申请人自备', GOVERNMENT: '政府部门核发', OTHER: '其他' },
    },
    text('sourceNote', '来源说明', free),
    lines('licenceTypes', '可以免交的电子证照类型', {
      ...free,
      hint: '21 位证照类型代码，每行一个；申请人有其中一种有效证照的，不用提交',
    }),
    long('standard', '受理标准', { ...free, hint: '窗口核对什么' }),
    long('howToFill', '填报须知', free),
    text('basis', '要求提交的依据', free),
    text('code', '编号', { hint: '各版之间不变' }),
  ],
}

export const SECTIONS: Section[] = [
  {
    title: '基本信息',
    at: '/basics',
    elements: [
      text('name', '事项名称'),
      long('summary', '一句话说明', { hint: '给群众看的：办了能做什么' }),
      { key: 'type', label: '事项类型', kind: 'choice', options: TYPES },
      text('unitNature', '实施主体性质', { hint: '法定机关、授权组织或者受委托组织' }),
      text('powerSource', '权力来源', { hint: '例如：法定本级行使' }),
      {
        key: 'serviceObjects',
        label: '服务对象',
        kind: 'ticks',
        options: same('自然人', '企业法人', '个体工商户', '事业法人', '社会组织法人', '行政机关', '其他组织'),
      },
      lines('jointUnits', '联办机构', { ...free }),
      text('intermediary', '中介服务', free),
      text('quantityLimit', '数量限制', free),
      text('resultType', '结果类型', { ...free, hint: '证照、批文、其他' }),
      text('resultName', '办理结果名称'),
    ],
  },
  {
    title: '时限',
    at: '/terms',
    elements: [
      { key: 'legal', label: '法定时限', kind: 'term' },
      { key: 'promise', label: '承诺时限', kind: 'term' },
      long('note', '时限说明', free),
    ],
  },
  {
    title: '特别程序',
    at: '',
    hint: '现场核查、听证、检验、专家评审等。所需时间算不算进办理时限，要和依据一致。',
    elements: [
      {
        key: 'specialProcedures',
        label: '特别程序',
        kind: 'list',
        what: '特别程序',
        called: (row) => String(row.name || '（未命名）'),
        fresh: (rows) => ({
          code: nextCode(rows, 'T'),
          name: '',
          effect: 'STOPS_CLOCK',
          limit: null,
          basis: '',
          note: null,
        }),
        fields: [
          text('name', '名称'),
          {
            key: 'effect',
            label: '对时限的影响',
            kind: 'choice',
            options: {
              STOPS_CLOCK: '所需时间不计入办理时限',
              EXTENDS: '经批准延长办理时限',
              WITHIN_TERM: '所需时间计入办理时限',
            },
          },
          { key: 'limit', label: '最长时间', kind: 'term', optional: true },
          text('basis', '依据'),
          long('note', '说明', free),
          text('code', '编号', { hint: '各版之间不变' }),
        ],
      },
    ],
  },
  { title: '受理条件', at: '', elements: [lines('conditions', '受理条件', { hint: '每行一条' })] },
  { title: '申请材料', at: '', elements: [material] },
  {
    title: '办理流程',
    at: '',
    elements: [
      {
        key: 'steps',
        label: '办理流程',
        kind: 'list',
        what: '环节',
        called: (row) => String(row.name || '（未命名）'),
        fresh: () => ({ name: '', who: '', what: '', time: '', byApplicant: false }),
        fields: [
          text('name', '环节'),
          text('who', '谁办'),
          long('what', '办什么'),
          text('time', '多长时间'),
          { key: 'byApplicant', label: '需要申请人参与', kind: 'flag' },
        ],
      },
    ],
  },
  {
    title: '设定依据',
    at: '',
    elements: [
      {
        key: 'legalBasis',
        label: '设定依据',
        kind: 'list',
        what: '依据',
        called: (row) => `${String(row.law || '（未命名）')} ${String(row.clause ?? '')}`,
        fresh: () => ({ law: '', number: '', clause: '', text: '' }),
        fields: [text('law', '依据名称'), text('number', '文号'), text('clause', '条款'), long('text', '条款内容')],
      },
    ],
  },
  {
    title: '收费',
    at: '',
    hint: '不收费的不用填。',
    elements: [
      {
        key: 'fees',
        label: '收费项目',
        kind: 'list',
        what: '收费项目',
        called: (row) => String(row.name || '（未命名）'),
        fresh: () => ({ name: '', standard: '', basis: '', reducible: false }),
        fields: [
          text('name', '收费项目'),
          text('standard', '标准'),
          text('basis', '依据'),
          { key: 'reducible', label: '可以减免', kind: 'flag' },
        ],
      },
    ],
  },
  {
    title: '常见问题',
    at: '',
    elements: [
      {
        key: 'questions',
        label: '常见问题',
        kind: 'list',
        what: '问题',
        called: (row) => String(row.question || '（未写）'),
        fresh: () => ({ question: '', answer: '' }),
        fields: [text('question', '问'), long('answer', '答')],
      },
    ],
  },
  {
    title: '办理地点',
    at: '',
    elements: [
      {
        key: 'places',
        label: '办理地点',
        kind: 'list',
        what: '地点',
        called: (row) => String(row.name || '（未命名）'),
        fresh: () => ({ name: '', address: '', hours: '', phone: '' }),
        fields: [text('name', '名称'), text('address', '地址'), text('hours', '时间'), text('phone', '电话')],
      },
    ],
  },
  {
    title: '咨询监督',
    at: '/contacts',
    elements: [lines('enquiries', '咨询方式'), lines('supervision', '监督投诉方式')],
  },
  {
    title: '怎样办理',
    at: '/handling',
    elements: [
      {
        key: 'kind',
        label: '办件类型',
        kind: 'choice',
        options: { ON_THE_SPOT: '即办件', PROMISED: '承诺件', ON_DECLARATION: '告知承诺' },
      },
      { key: 'online', label: '网上可办', kind: 'flag' },
      {
        key: 'onlineDepth',
        label: '网上办理深度',
        kind: 'choice',
        options: { I: 'I 级：信息公开', II: 'II 级：网上预审', III: 'III 级：网上受理', IV: 'IV 级：全程网办' },
      },
      { key: 'visits', label: '到现场次数', kind: 'number' },
      { key: 'forms', label: '办理形式', kind: 'ticks', options: same('窗口', '电脑端', '移动端', '快递') },
      text('area', '通办范围', { ...free, hint: '例如：全市通办' }),
      { key: 'delivery', label: '支持邮寄', kind: 'flag' },
      { key: 'appointment', label: '支持预约', kind: 'flag' },
      text('formId', '在线表单', { ...free, hint: '表单标识；网上可办的要有' }),
      { key: 'formVersion', label: '表单版本', kind: 'number', optional: true },
      text('licenceType', '结果证照类型', { ...free, hint: '21 位证照类型代码' }),
      { key: 'licenceValidity', label: '证照有效期', kind: 'term', optional: true },
      {
        key: 'realLevel',
        label: '最低实名等级',
        kind: 'number',
        optional: true,
        hint: '网上申请的人要达到的等级，1 至 4；不填按 2 级',
      },
    ],
  },
  {
    title: '分类和俗称',
    at: '/topics',
    hint: '个人主题和法人主题至少选一个，群众按它们找到本事项。',
    elements: [
      lines('personal', '个人主题', free),
      lines('corporate', '法人主题', free),
      lines('events', '一件事', free),
      lines('aliases', '俗称', { ...free, hint: '群众怎么叫它，每行一个，例如“开饭店”' }),
    ],
  },
  {
    title: '办前自查',
    at: '',
    hint: '申请前先问几句，不符合条件的告诉他为什么、该怎么办。没有的不用填。',
    elements: [
      {
        key: 'eligibility',
        label: '办前自查',
        kind: 'list',
        what: '自查问题',
        called: (row) => String(row.question || '（未写）'),
        fresh: (rows) => ({ id: nextCode(rows, 'e', 'id'), question: '', why: null, options: [] }),
        fields: [
          text('question', '问'),
          text('why', '为什么问', free),
          option(true),
          text('id', '标识', { hint: '各版之间不变' }),
        ],
      },
    ],
  },
  {
    title: '情形',
    at: '/situations',
    hint: '用一两个问题把要哪些材料、多长时限分开。每一种回答都要落到一个情形，而且只落到一个。',
    elements: [
      {
        key: 'questions',
        label: '情形问题',
        kind: 'list',
        what: '情形问题',
        called: (row) => String(row.question || '（未写）'),
        fresh: (rows) => ({ id: nextCode(rows, 's', 'id'), question: '', options: [] }),
        fields: [text('question', '问'), option(false), text('id', '标识', { hint: '各版之间不变' })],
      },
      {
        key: 'cases',
        label: '情形清单',
        kind: 'list',
        what: '情形',
        called: (row) => `${String(row.code)} ${String(row.name || '（未命名）')}`,
        fresh: (rows) => ({
          code: nextCode(rows, 'S'),
          name: '',
          when: {},
          materials: [],
          legal: null,
          promise: null,
          note: null,
        }),
        fields: [
          text('name', '情形名称'),
          { key: 'when', label: '适用的回答', kind: 'answers', hint: '一个问题不勾，就是怎么回答都适用' },
          {
            key: 'materials',
            label: '需要的材料',
            kind: 'ticks',
            options: (content) =>
              Object.fromEntries(content.materials.map((one) => [one.code, `${one.code} ${one.name}`])),
          },
          { key: 'legal', label: '法定时限（不同的才填）', kind: 'term', optional: true },
          { key: 'promise', label: '承诺时限（不同的才填）', kind: 'term', optional: true },
          text('note', '其他不同', free),
          text('code', '编号', { hint: '各版之间不变' }),
        ],
      },
    ],
  },
]

/** The part of the content at a pointer of one step, or the content itself. */
export const partAt = (content: ItemContent, at: string): Row =>
  at === '' ? (content as Row) : ((content[at.slice(1)] as Row | undefined) ?? {})

/** The content with one element changed; everything else stays the very same. */
export function withElement(content: ItemContent, at: string, key: string, value: unknown): ItemContent {
  return at === ''
    ? { ...content, [key]: value }
    : { ...content, [at.slice(1)]: { ...partAt(content, at), [key]: value } }
}

/** Shortfalls at a place or below it. */
export const below = <T extends { pointer: string }>(gaps: T[], pointer: string): T[] =>
  gaps.filter((gap) => gap.pointer === pointer || gap.pointer.startsWith(`${pointer}/`))

/** How the page names a place, for labels and for links to it. */
export const placeId = (pointer: string) => `at${pointer.replaceAll('/', '-')}`
