import { nextTick } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import MyDay from '@/cases/MyDay.vue'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
  }
}

export const router = createRouter({
  history: createWebHistory('/workbench/'),
  scrollBehavior: (to, _from, saved) => (to.hash ? { el: to.hash, top: 64 } : (saved ?? { top: 0 })),
  routes: [
    { path: '/', component: MyDay, meta: { title: '我的一天' } },
    { path: '/inbox', component: () => import('@/cases/Inbox.vue'), meta: { title: '待办事项' } },
    { path: '/cases/:id', component: () => import('@/cases/CasePage.vue'), props: true, meta: { title: '办件' } },
    { path: '/intake', component: () => import('@/cases/IntakeStart.vue'), meta: { title: '窗口收件' } },
    {
      path: '/intake/:id',
      component: () => import('@/cases/IntakeForm.vue'),
      props: true,
      meta: { title: '窗口代填' },
    },
    { path: '/records/:type', component: () => import('@/records/ListPage.vue'), props: true, meta: { title: '列表' } },
    {
      path: '/records/:type/:id',
      component: () => import('@/records/RecordPage.vue'),
      props: true,
      meta: { title: '记录' },
    },
    { path: '/items', redirect: '/records/items.item' },
    { path: '/items/desk', component: () => import('@/items/ItemsDesk.vue'), meta: { title: '事项管理' } },
    { path: '/items/:code', component: () => import('@/items/ItemPage.vue'), props: true, meta: { title: '服务事项' } },
    {
      path: '/items/:code/versions/:version',
      component: () => import('@/items/ItemEdit.vue'),
      props: (route) => ({ code: route.params.code, version: Number(route.params.version) }),
      meta: { title: '编制事项' },
    },
    { path: '/catalogue', redirect: '/catalogue/desk' },
    {
      path: '/catalogue/desk',
      component: () => import('@/catalogue/CatalogueDesk.vue'),
      meta: { title: '信息资源编目' },
    },
    {
      path: '/catalogue/rounds/:number',
      component: () => import('@/catalogue/RoundPage.vue'),
      props: true,
      meta: { title: '普查进度' },
    },
    {
      path: '/catalogue/returns/:id',
      component: () => import('@/catalogue/ReturnPage.vue'),
      props: true,
      meta: { title: '普查填报' },
    },
    {
      path: '/catalogue/:id',
      component: () => import('@/catalogue/ResourcePage.vue'),
      props: true,
      meta: { title: '信息资源' },
    },
    { path: '/search', component: () => import('@/search/SearchPage.vue'), meta: { title: '搜索' } },
    { path: '/messages', component: () => import('@/layout/MessagesPage.vue'), meta: { title: '消息' } },
    { path: '/audit', component: () => import('@/oversight/AuditPage.vue'), meta: { title: '审计' } },
    { path: '/rules', component: () => import('@/oversight/RulesPage.vue'), meta: { title: '规则' } },
    {
      path: '/figures',
      component: () => import('@/oversight/FiguresPage.vue'),
      meta: { title: '运行指标' },
    },
    { path: '/scores', component: () => import('@/oversight/ScoresPage.vue'), meta: { title: '效能分' } },
    { path: '/ratings', component: () => import('@/oversight/RatingsPage.vue'), meta: { title: '好差评' } },
    {
      path: '/exchange/tasks/new',
      component: () => import('@/exchange/TaskForm.vue'),
      meta: { title: '新建归集任务' },
    },
    {
      path: '/exchange/tasks/:id',
      component: () => import('@/exchange/TaskPage.vue'),
      props: true,
      meta: { title: '归集任务' },
    },
    {
      path: '/exchange/tasks/:id/edit',
      component: () => import('@/exchange/TaskForm.vue'),
      props: true,
      meta: { title: '修改归集任务' },
    },
    {
      path: '/exchange/rejects/:id',
      component: () => import('@/exchange/RejectPage.vue'),
      props: true,
      meta: { title: '拒收行' },
    },
    {
      path: '/exchange/requests/new',
      component: () => import('@/exchange/RequestForm.vue'),
      meta: { title: '申请共享' },
    },
    {
      path: '/exchange/requests/:id/edit',
      component: () => import('@/exchange/RequestForm.vue'),
      props: true,
      meta: { title: '修改共享申请' },
    },
    {
      path: '/exchange/requests/:id',
      component: () => import('@/exchange/RequestPage.vue'),
      props: true,
      meta: { title: '共享申请' },
    },
    {
      path: '/exchange/demands/new',
      component: () => import('@/exchange/DemandForm.vue'),
      meta: { title: '提出数据需求' },
    },
    {
      path: '/federation/peers/new',
      component: () => import('@/federation/PeerForm.vue'),
      meta: { title: '登记级联节点' },
    },
    {
      path: '/exchange/statistics',
      component: () => import('@/exchange/StatisticsPage.vue'),
      meta: { title: '按需共享统计' },
    },
    {
      path: '/opendata/grants/new',
      component: () => import('@/opendata/GrantForm.vue'),
      meta: { title: '登记授权运营申请' },
    },
    {
      path: '/opendata/grants/:id',
      component: () => import('@/opendata/GrantPage.vue'),
      props: true,
      meta: { title: '授权运营' },
    },
    {
      path: '/opendata/products/:id',
      component: () => import('@/opendata/ProductPage.vue'),
      props: true,
      meta: { title: '数据产品' },
    },
    {
      path: '/opendata/register',
      component: () => import('@/opendata/RegisterPage.vue'),
      meta: { title: '登记开放数据' },
    },
    {
      path: '/stewardship/items/new',
      component: () => import('@/stewardship/ItemForm.vue'),
      meta: { title: '数源' },
    },
    {
      path: '/stewardship/items/:item',
      component: () => import('@/stewardship/ItemPage.vue'),
      props: true,
      meta: { title: '一数一源' },
    },
    {
      path: '/stewardship/scores/:unit',
      component: () => import('@/stewardship/ScorePage.vue'),
      props: true,
      meta: { title: '数据治理指数' },
    },
    {
      path: '/stewardship/trends',
      component: () => import('@/stewardship/TrendsPage.vue'),
      meta: { title: '质量趋势' },
    },
    {
      path: '/stewardship/assets/new',
      component: () => import('@/stewardship/AssetForm.vue'),
      meta: { title: '登记数据资产' },
    },
    {
      path: '/stewardship/takings/new',
      component: () => import('@/stewardship/TakingForm.vue'),
      meta: { title: '盘点和划转' },
    },
    ...(
      [
        ['matching', '实体匹配', () => import('@/stewardship/MatchingPage.vue')],
        ['quality', '数据质量', () => import('@/stewardship/QualityPage.vue')],
        ['grading', '分类分级', () => import('@/stewardship/GradingPage.vue')],
        ['lineage', '数据血缘', () => import('@/stewardship/LineagePage.vue')],
      ] as const
    ).map(([page, title, component]) => ({
      path: `/stewardship/${page}/:dataset`,
      component,
      props: true,
      meta: { title },
    })),
    {
      path: '/registers/persons/:id',
      component: () => import('@/registers/SubjectPage.vue'),
      props: (route) => ({ register: 'persons', id: route.params.id }),
      meta: { title: '一人一档' },
    },
    {
      path: '/registers/legals/:id',
      component: () => import('@/registers/SubjectPage.vue'),
      props: (route) => ({ register: 'legals', id: route.params.id }),
      meta: { title: '一企一档' },
    },
    {
      path: '/registers/space',
      component: () => import('@/registers/SpacePage.vue'),
      meta: { title: '区划与标准地址' },
    },
    ...(
      [
        ['licences', '证照档案', () => import('@/registers/LicencePage.vue')],
        ['addresses', '地址档案', () => import('@/registers/AddressPage.vue')],
        ['proposals', '合并和拆分申请', () => import('@/registers/ProposalPage.vue')],
        ['runs', '加工运行', () => import('@/registers/RunPage.vue')],
      ] as const
    ).map(([page, title, component]) => ({
      path: `/registers/${page}/:id`,
      component,
      props: true,
      meta: { title },
    })),
    { path: '/themes', component: () => import('@/themes/ThemesPage.vue'), meta: { title: '主题库' } },
    { path: '/themes/lab', component: () => import('@/themes/LabPage.vue'), meta: { title: '分析空间' } },
    { path: '/themes/views', component: () => import('@/themes/ViewsPage.vue'), meta: { title: '共享视图' } },
    { path: '/themes/:id', component: () => import('@/themes/TopicPage.vue'), props: true, meta: { title: '主题库' } },
    { path: '/jobs', component: () => import('@/oversight/JobsPage.vue'), meta: { title: '后台任务' } },
    { path: '/:rest(.*)*', component: () => import('@/layout/Missing.vue'), meta: { title: '没有这一页' } },
  ],
})

/** The title of the window, also what a screen reader says first. */
export function entitle(title: string) {
  document.title = `${title} · 工作台 · 济源数字政府平台`
}

router.afterEach((to, from) => {
  entitle(to.meta.title)
  // A new page begins at its heading for those who do not see it; filters of one list leave the focus where it is.
  if (from.matched.length > 0 && to.path !== from.path) {
    void nextTick(() => document.getElementById('main')?.focus({ preventScroll: true }))
  }
})
