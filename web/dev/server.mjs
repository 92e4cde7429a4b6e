// Serves dist with made-up answers, under the content security policy of the real server: for looking at pages while the
// application is not running. Not shipped.
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

const port = Number(process.argv[2] ?? 4173)
const dist = process.argv[3] ?? new URL('../dist', import.meta.url).pathname
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self'; script-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

const id = (n) => `0199a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString()
const midnight = (days) => {
  const beijing = new Date(Date.now() + 8 * 3_600_000)
  beijing.setUTCHours(0, 0, 0, 0)
  return new Date(beijing.getTime() + days * 86_400_000 - 8 * 3_600_000).toISOString()
}
const me = { id: id(1), name: '王敏' }
const other = { id: id(2), name: '李建国' }
const shops = [
  '老济源饺子馆',
  '王屋山土菜馆',
  '沁园路包子铺',
  '愚公烩面',
  '小浪底鲜鱼坊',
  '济水茶社',
  '天坛路烘焙',
  '学苑餐厅',
]
const row = (n, over = {}) => ({
  taskId: id(100 + n),
  caseId: id(200 + n),
  kind: 'HANDLE',
  status: 'OPEN',
  title: '审查材料',
  type: 'onestop.matter',
  number: `41900126112200${String(n).padStart(3, '0')}`,
  subject: `食品经营许可（新办）—${shops[n % shops.length]}`,
  stateLabel: ['待受理', '审查', '待决定', '制证'][n % 4],
  applicant: ['张*', '济源市*********公司', '赵**'][n % 3],
  assignee: me,
  delegator: null,
  from: other,
  openedAt: at(-30 * n - 2),
  doneAt: null,
  dueAt: midnight(n < 2 ? -1 : n < 5 ? 1 : n + 1),
  clockState: n === 6 ? 'PAUSED' : 'RUNNING',
  version: 3,
  ...over,
})
const mine = Array.from({ length: 14 }, (_, n) => row(n, n === 4 ? { status: 'SUSPENDED' } : {}))
const free = Array.from({ length: 9 }, (_, n) => row(40 + n, { assignee: null }))
const counts = { MINE: 14, CLAIMABLE: 9, DONE: 1000, COPIES: 2, ALL: 37 }

const clock = (over) => ({
  clock: 'promised',
  round: 1,
  label: '承诺办结时限',
  kind: 'PROMISED',
  term: '10 个工作日',
  ruleKey: 'x',
  ruleVersion: 1,
  basis: '《食品经营许可和备案管理办法》第二十二条',
  state: 'RUNNING',
  dueAt: midnight(5),
  dueDate: midnight(4).slice(0, 10),
  provisional: false,
  remaining: '还剩 3 个工作日（周六、周日不计）。',
  late: false,
  stoppedAt: null,
  steps: [
    '2026 年 11 月 12 日（周四）受理，自次日起算。',
    '经过 4 个周末日，不计。',
    '第 10 个工作日为 2026 年 11 月 26 日（周四）。',
  ],
  events: [{ at: at(-240), what: '开始计时', reason: '', amount: null }],
  ...over,
})
const step = (sequence, label, person, from, to, hours, opinion = '') => ({
  sequence,
  action: 'x',
  label,
  from,
  to,
  version: sequence,
  personId: person.id,
  actorName: person.name,
  actingAs: 'OFFICIAL',
  unitName: '市场监督管理局',
  at: at(hours),
  opinion,
  reason: '',
  note: '',
})
const offer = (action, label, consequence, over = {}) => ({
  action,
  label,
  consequence,
  opinion: false,
  reason: false,
  evidence: [],
  form: null,
  refusal: null,
  ...over,
})
const caseFile = (caseId) => ({
  matter: {
    id: caseId,
    type: 'onestop.matter',
    typeVersion: 1,
    number: '41900126112200003',
    title: '食品经营许可（新办）',
    state: 'decision',
    stateLabel: '待决定',
    version: 5,
    unitId: id(9),
    applicantMasked: '济源市*********公司',
    applicantKind: 'LEGAL',
    dueAt: midnight(5),
    clockState: 'RUNNING',
    openedAt: at(-300),
    submittedAt: at(-290),
    acceptedAt: at(-240),
    decidedAt: null,
    closedAt: null,
    lastEventAt: at(-3),
    outcome: null,
    data: {},
    demo: true,
  },
  clocks: [
    clock({}),
    clock({
      clock: 'legal',
      label: '法定办结时限',
      kind: 'STATUTORY',
      term: '20 个工作日',
      dueDate: midnight(18).slice(0, 10),
      remaining: '还剩 13 个工作日。',
      provisional: true,
    }),
    clock({ clock: 'acceptance', label: '受理时限', kind: 'INTERNAL', state: 'STOPPED', remaining: '已结束，按时' }),
  ],
  timeline: [
    step(1, '提交申请', { id: id(5), name: '张*' }, 'draft', 'submitted', -290),
    step(2, '签收', other, 'submitted', 'submitted', -250),
    step(3, '受理', other, 'submitted', 'review', -240, '材料齐全，符合法定形式，予以受理。'),
    step(4, '启动特别程序', other, 'review', 'special', -120, '需现场核查，核查所需时间不计入办理时限。'),
    step(5, '结束特别程序', other, 'special', 'review', -60, '现场核查符合要求。'),
    step(6, '审查通过，提请决定', other, 'review', 'decision', -3, '经审查，材料齐全、内容真实，建议准予许可。'),
  ],
  tasks: [
    {
      id: id(301),
      kind: 'HANDLE',
      status: 'OPEN',
      title: '作出决定',
      role: 'approver',
      state: 'decision',
      assignee: me,
      delegator: null,
      openedBy: other,
      openedAt: at(-3),
      claimedAt: at(-2),
      doneBy: null,
      doneAt: null,
    },
  ],
  evidence: [],
  offers: [
    offer('grant', '准予许可', '决定作出后停止计时，转入制证；申请人将收到通知。', { opinion: true }),
    offer('refuse', '不予许可', '将出具不予许可决定书，写明理由、依据和复议、诉讼途径。', { reason: true }),
    offer('send-back', '退回重审', '退回审查人员重新审查，办理时限继续计算。', { reason: true }),
    offer('extend', '延长审批', '经负责人批准延长一次，将延长理由书面告知申请人。', {
      reason: true,
      refusal: '“法定办结时限”不能再延长：已延长 1 次，规定最多 1 次。',
    }),
  ],
})
const matter = {
  number: '41900126112200003',
  itemCode: '11410000MB1234567X4410131001000',
  itemVersion: 3,
  itemName: '食品经营许可（新办）',
  summary: [
    ['经营者名称', '济源市愚公餐饮管理有限公司'],
    ['统一社会信用代码', '91419001MA9K3X7Q5T'],
    ['经营场所', '济源示范区沁园街道天坛中路 218 号一层'],
    ['主体业态', '餐饮服务经营者'],
    ['经营项目', '热食类食品制售；冷食类食品制售（含凉拌菜）'],
    ['经营面积', '186 平方米'],
    ['法定代表人', '张伟'],
    ['身份证号码', '410881198503124512'],
    ['从业人员健康证明', '6 人，均在有效期内'],
  ].map(([label, value]) => ({ label, value, masked: value })),
  materials: [
    { kind: 'M01', name: '食品经营许可申请书', source: '系统制发', fileId: id(401) },
    { kind: 'M02', name: '营业执照', source: '电子证照', fileId: null },
    { kind: 'M03', name: '经营场所布局和操作流程图', source: '上传', fileId: id(402) },
    { kind: 'M04', name: '食品安全管理制度', source: '上传', fileId: id(403) },
  ],
  documents: [{ kind: 'notice', name: '受理通知书', source: '系统制发', fileId: id(404) }],
  licence: null,
}

const descriptor = {
  id: 'items.item',
  name: '政务服务事项',
  label: 'name',
  sort: 'code',
  columns: [
    ['code', '实施编码', 'text', { filters: ['EQUALS'], sortable: true }],
    ['name', '事项名称', 'text', { sortable: true }],
    ['type', '事项类型', 'code', { filters: ['IN'], codes: { '01': '行政许可', 20: '公共服务', '05': '行政给付' } }],
    ['unitName', '实施主体', 'text', { filters: ['EQUALS'] }],
    [
      'state',
      '状态',
      'code',
      { filters: ['IN'], codes: { PREPARING: '编制中', IN_FORCE: '在用', CANCELLED: '已取消' } },
    ],
    ['online', '网上可办', 'flag', { filters: ['EQUALS'] }],
    ['promise', '承诺时限', 'text', {}],
    ['visits', '到现场次数', 'number', { filters: ['RANGE'] }],
    ['changedAt', '变更时间', 'moment', { sortable: true, filters: ['RANGE'] }],
    ['basicCode', '基本编码', 'text', { listed: false, filters: ['EQUALS'], editable: true }],
  ].map(([column, label, kind, over]) => ({
    id: column,
    label,
    kind,
    codes: {},
    reference: '',
    element: '',
    classification: '公开',
    masked: false,
    listed: true,
    filters: [],
    sortable: false,
    editable: false,
    ...over,
  })),
  links: [],
  searchable: true,
  history: true,
  mayExport: true,
  mayUnmask: false,
  mayWrite: true,
}
const itemNames = [
  '食品经营许可（新办）',
  '公共场所卫生许可',
  '道路货物运输经营许可',
  '老年人优待证办理',
  '城乡居民养老保险参保登记',
  '建筑工程施工许可',
]
const cell = (value, text = String(value)) => ({ value, text, masked: false })
const record = (n) => ({
  id: id(500 + n),
  label: itemNames[n % 6],
  version: 2,
  cells: {
    code: cell(`11410000MB12345${String(n).padStart(3, '0')}4410131001000`),
    name: cell(itemNames[n % 6]),
    type: cell('01', n % 3 ? '行政许可' : '公共服务'),
    unitName: cell(['市场监督管理局', '卫生健康委员会', '交通运输局'][n % 3]),
    state: cell('IN_FORCE', '在用'),
    online: cell(true, '是'),
    promise: cell('10 个工作日'),
    visits: cell(n % 2),
    changedAt: cell(at(-n * 50), '2026-11-12 10:05'),
    basicCode: cell('000131022000'),
  },
  links: [{ label: '办事指南', path: `/items/11410000MB12345${String(n).padStart(3, '0')}4410131001000` }],
})

const term = (amount, unit) => ({ amount, unit })
const content = {
  basics: {
    name: '食品经营许可（新办）',
    summary: '在济源示范区从事食品销售和餐饮服务，须取得的许可。',
    serviceObjects: ['自然人', '企业法人'],
    quantityLimit: null,
    resultName: '食品经营许可证',
  },
  terms: { legal: term(20, 'WORKDAY'), promise: term(10, 'WORKDAY'), note: null },
  conditions: ['具有与经营的食品品种、数量相适应的经营场所', '有食品安全专业技术人员和管理人员'],
  materials: [
    ['M01', '食品经营许可申请书'],
    ['M02', '营业执照'],
    ['M03', '经营场所布局和操作流程图'],
  ].map(([code, name], n) => ({
    code,
    name,
    need: 'REQUIRED',
    kind: 'ORIGINAL',
    format: 'ELECTRONIC',
    copies: 0,
    source: n === 1 ? 'GOVERNMENT' : 'APPLICANT',
    sourceNote: null,
    licenceTypes: n === 1 ? ['x'] : [],
    standard: null,
    howToFill: null,
    basis: '《食品经营许可和备案管理办法》第十二条',
  })),
  handling: { visits: 0, online: true },
  contacts: { enquiries: [], supervision: [] },
}
const line = (number, state, stateLabel) => ({
  number,
  state,
  stateLabel,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  editedBy: '赵静',
  editedAt: at(-300),
  publishedBy: null,
  publishedAt: null,
  note: number === 3 ? '承诺时限由 15 个工作日缩短为 10 个工作日' : null,
  actions: [],
})
const detail = (number) => ({
  revision: 4,
  line: number === 4 ? line(4, 'DRAFT', '编制中') : line(3, 'PUBLISHED', '已发布'),
  guide: { code: 'x', version: number, unitName: '市场监督管理局', state: 'PUBLISHED', demo: true, content },
})

const plain = (text) => [{ text, matched: false }]
const answers = [
  [
    /^\/api\/session$/,
    () => ({
      actor: {
        personId: me.id,
        name: me.name,
        actingAs: 'OFFICIAL',
        actingAsLabel: '公务身份',
        unitName: '市场监督管理局',
        principalName: me.name,
      },
      permissions: [
        'workbench.use',
        'cases.task.work',
        'items.item.read',
        'items.version.edit',
        'audit.event.read',
        'rules.parameter.read',
      ],
      capacities: [
        { token: 'a', label: '市场监督管理局 审批决定人员', note: '公务身份', chosen: true },
        { token: 'b', label: '行政审批和政务信息管理局 综合窗口人员', note: '兼任', chosen: false },
        { token: 'c', label: '本人', note: '以自然人身份办事', chosen: false },
      ],
    }),
  ],
  [
    /^\/api\/records$/,
    () => [
      { id: 'items.item', name: '政务服务事项', count: '' },
      { id: 'onestop.matter', name: '办件', count: '' },
      { id: 'licences.licence', name: '电子证照', count: '' },
      { id: 'reviews.review', name: '好差评', count: '' },
    ],
  ],
  [/^\/api\/records\/[^/]+\/descriptor$/, () => descriptor],
  [/^\/api\/records\/[^/]+\/facets$/, () => []],
  [
    /^\/api\/records\/[^/]+\/[^/]+\/history$/,
    () => [
      {
        version: 2,
        at: at(-50),
        by: '赵静',
        changes: [{ column: 'promise', label: '承诺时限', before: '15 个工作日', after: '10 个工作日' }],
      },
      {
        version: 1,
        at: at(-900),
        by: '赵静',
        changes: [{ column: 'name', label: '事项名称', before: '', after: '食品经营许可（新办）' }],
      },
    ],
  ],
  [
    /^\/api\/records\/[^/]+\/[^/]+$/,
    (_, method) =>
      method === 'PUT'
        ? {
            $status: 409,
            detail:
              '您编辑期间，这条政务服务事项已被他人修改，您的修改尚未保存。请核对有出入的各项（基本编码）后再提交。',
            code: 'records.edit-conflict',
            storedVersion: 3,
            differences: [
              {
                column: 'basicCode',
                label: '基本编码',
                seen: '000131022000',
                yours: '000131022001',
                stored: '000131022009',
              },
            ],
          }
        : record(0),
  ],
  [
    /^\/api\/records\/[^/]+$/,
    () => ({
      rows: Array.from({ length: 30 }, (_, n) => record(n)),
      next: 'n',
      previous: null,
      totals: { count: 2760, exact: true, sums: {} },
      sentence: '全部',
      link: '',
    }),
  ],
  [
    /^\/api\/cases\/inbox$/,
    (url) => ({ items: url.searchParams.get('view') === 'claimable' ? free : mine, next: null, counts }),
  ],
  [
    /^\/api\/cases\/my-day$/,
    () => ({ mine: 14, claimable: 9, unread: 2, overdue: 2, today: 3, soon: 1, doneToday: 6 }),
  ],
  [/^\/api\/cases\/colleagues$/, () => [other, { id: id(3), name: '赵静' }]],
  [
    /^\/api\/cases\/[^/]+\/actions\/refuse$/,
    () => ({
      $status: 409,
      code: 'cases.changed',
      detail:
        '这件办件在您打开之后已经变动：李建国于 10:05 办理了“退回重审”，现为“审查”。您填写的内容仍在页面上，请刷新后核对再办。',
    }),
  ],
  [
    /^\/api\/cases\/[^/]+\/actions\//,
    (url) => ({ caseId: url.pathname.split('/')[3], stateLabel: '制证', version: 6, repeated: false }),
  ],
  [/^\/api\/cases\/([^/]+)$/, (url) => caseFile(url.pathname.split('/')[3])],
  [/^\/api\/onestop\/matters\/[^/]+$/, () => matter],
  [
    /^\/api\/messages$/,
    () => ({
      unread: 2,
      messages: [
        {
          id: id(601),
          title: '李建国把“食品经营许可（新办）”转给您',
          body: '现场核查已完成，请作出决定。',
          link: `/workbench/cases/${id(203)}`,
          createdAt: at(-3),
          readAt: null,
        },
        {
          id: id(602),
          title: '申请人已补正',
          body: '王屋山土菜馆重新提交了经营场所布局图。',
          link: `/workbench/cases/${id(201)}`,
          createdAt: at(-20),
          readAt: null,
        },
      ],
    }),
  ],
  [
    /^\/api\/demo\/progress$/,
    () => ({
      enabled: true,
      state: process.env.DEMO ?? 'DONE',
      stateLabel: '执行中',
      percent: 42,
      message: '正在写入办件',
    }),
  ],
  [
    /^\/api\/rules$/,
    () => [
      {
        id: id(1),
        key: 'licensing.term',
        title: '行政许可法定期限',
        version: 1,
        value: '20 个工作日',
        from: '2004-07-01',
        to: null,
        state: 'APPROVED',
        confidence: 'SURE',
        explanation: '按《中华人民共和国行政许可法》第四十二条，自 2004-07-01 起为 20 个工作日',
      },
      {
        id: id(2),
        key: 'acceptance.term',
        title: '受理审查期限',
        version: 1,
        value: '5 个工作日',
        from: '2004-07-01',
        to: null,
        state: 'APPROVED',
        confidence: 'UNSURE',
        explanation: '示范区内部口径，自 2004-07-01 起为 5 个工作日',
      },
    ],
  ],
  [
    /^\/api\/jobs$/,
    () => [
      {
        id: id(1),
        kind: 'demo',
        title: '装入演示数据',
        actorName: '系统',
        state: 'RUNNING',
        stateLabel: '执行中',
        total: 30000,
        done: 12600,
        message: '正在写入办件',
        error: null,
        submittedAt: at(-1),
        startedAt: at(-1),
        endedAt: null,
      },
      {
        id: id(2),
        kind: 'export',
        title: '导出办件',
        actorName: '王敏',
        state: 'DONE',
        stateLabel: '完成',
        total: 1200,
        done: 1200,
        message: '已完成',
        error: null,
        submittedAt: at(-8),
        startedAt: at(-8),
        endedAt: at(-7),
      },
    ],
  ],
  [
    /^\/api\/audit\/events$/,
    () => ({
      entries: Array.from({ length: 12 }, (_, n) => ({
        id: `3-${n}`,
        at: at(-n),
        actorId: me.id,
        actorName: n % 2 ? '李建国' : '王敏',
        actingAs: 'OFFICIAL',
        principalId: me.id,
        principalName: '王敏',
        unitName: '市场监督管理局',
        action: 'cases.accept',
        subjectType: 'cases.matter',
        subjectId: id(200 + n),
        summary: `受理办件 41900126112200${n}`,
        detail: '{}',
        position: n < 1 ? null : 9000 - n,
      })),
      next: 'x',
    }),
  ],
  [
    /^\/api\/search\/suggest$/,
    () => [
      {
        kind: 'item',
        label: '服务事项',
        suggestions: [
          {
            title: [
              { text: '食品经营许可', matched: true },
              { text: '（新办）', matched: false },
            ],
            link: '/items/x',
          },
        ],
      },
      {
        kind: 'case',
        label: '办件',
        suggestions: [{ title: plain('41900126112200003 食品经营许可'), link: `/workbench/cases/${id(203)}` }],
      },
    ],
  ],
  [
    /^\/api\/search$/,
    () => ({
      queryId: id(1),
      text: '开饭店',
      understood: ['食品经营许可'],
      page: 1,
      total: 23,
      kinds: { item: 12, case: 11 },
      hits: [
        {
          kind: 'item',
          kindLabel: '服务事项',
          id: 'x',
          title: [
            { text: '食品经营许可', matched: true },
            { text: '（新办）', matched: false },
          ],
          excerpt: plain('从事食品销售和餐饮服务，应当依法取得许可。'),
          unitName: '市场监督管理局',
          link: '/items/x',
          facts: { 承诺时限: '10 个工作日' },
          score: 1,
          position: 1,
        },
        {
          kind: 'case',
          kindLabel: '办件',
          id: id(203),
          title: plain('食品经营许可（新办）—愚公烩面'),
          excerpt: [],
          unitName: '市场监督管理局',
          link: `/workbench/cases/${id(203)}`,
          facts: {},
          score: 1,
          position: 2,
        },
      ],
    }),
  ],
  [
    /\/versions\/\d+\/check$/,
    () => [{ pointer: '/materials/2/basis', code: 'x', message: '材料“经营场所布局和操作流程图”没有写要求的依据。' }],
  ],
  [/\/versions\/(\d+)$/, (url) => detail(Number(url.pathname.split('/').at(-1)))],
  [
    /\/versions$/,
    () => [line(4, 'DRAFT', '编制中'), line(3, 'PUBLISHED', '已发布'), line(2, 'SUPERSEDED', '已被新版替代')],
  ],
  [/\/diff$/, () => [{ path: '时限 › 承诺时限', before: '15 个工作日', after: '10 个工作日' }]],
]

createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost')
  response.setHeader('Content-Security-Policy', POLICY)
  response.setHeader('Set-Cookie', 'XSRF-TOKEN=dev; Path=/')
  if (url.pathname.startsWith('/api/')) {
    const found = answers.find(([pattern]) => pattern.test(url.pathname))
    const body = found ? found[1](url, request.method) : { $status: 404, detail: '没有这个接口。', code: 'dev.missing' }
    response.writeHead(body.$status ?? 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(body))
    return
  }
  const path = join(dist, url.pathname.replace('/workbench', ''))
  const file = extname(path) && existsSync(path) ? path : join(dist, 'index.html')
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
  createReadStream(file).pipe(response)
}).listen(port, () => console.log(`http://localhost:${port}/workbench/`))
