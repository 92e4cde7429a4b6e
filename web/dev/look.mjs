// Takes pictures of the pages at desk and telephone width, and says what the policy or axe has against them. Not shipped.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const base = process.env.BASE ?? 'http://localhost:4173'
const out = process.argv[2] ?? 'target/look'
const only = process.argv[3]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const one = '0199a000-0000-7000-8000-000000000203'
const pages = {
  'my-day': '/',
  inbox: '/inbox?view=mine',
  claimable: '/inbox?view=claimable',
  case: `/cases/${one}`,
  list: '/records/items.item?type=in:01,20&visits=0..1',
  record: `/records/licences.licence/${one}`,
  item: '/items/x',
  edit: '/items/x/versions/4',
  search: '/search?q=开饭店',
  audit: '/audit',
  rules: '/rules',
  jobs: '/jobs',
  messages: '/messages',
}
const scenes = {
  'case-action': [`/cases/${one}`, (page) => page.click('text=不予许可')],
  'case-conflict': [
    `/cases/${one}`,
    async (page) => {
      await page.click('text=不予许可')
      await page.fill('#reason', '不具备条件')
      await page.click('text=确认不予许可')
      await page.click('[role=dialog] button.primary')
      await page.waitForSelector('[role=alert]')
    },
  ],
  'case-menu': [`/cases/${one}`, (page) => page.click('text=转办、加签')],
  'case-transfer': [
    `/cases/${one}`,
    async (page) => {
      await page.click('text=转办、加签')
      await page.click('[role=menuitem] >> text=会签')
    },
  ],
  'list-filter': ['/records/items.item', (page) => page.selectOption('.add', 'state')],
  'list-columns': ['/records/items.item', (page) => page.click('text=选列')],
  'record-conflict': [
    `/records/licences.licence/${one}`,
    async (page) => {
      await page.click('button:has-text("修改")')
      await page.fill('#edit-basicCode', '000131022001')
      await page.click('button:has-text("保存")')
      await page.waitForSelector('.differences')
    },
  ],
  suggest: [
    '/',
    async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('开饭店')
      await page.waitForSelector('#suggestions li')
    },
  ],
  menu: [
    '/',
    async (page) => {
      if (await page.isVisible('.burger')) await page.click('.burger')
    },
  ],
}
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
for (const width of [1440, 390]) {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: 'zh-CN',
    bypassCSP: false,
  })
  const page = await context.newPage()
  let name = ''
  page.on(
    'console',
    (message) =>
      ['error', 'warning'].includes(message.type()) && console.log(name, width, message.text().slice(0, 300)),
  )
  page.on('pageerror', (error) => console.log(name, width, String(error).slice(0, 300)))
  for (const [scene, what] of Object.entries({ ...pages, ...scenes })) {
    if (only && !scene.match(only)) continue
    name = scene
    const [path, action] = Array.isArray(what) ? what : [what]
    try {
      await page.goto(`${base}/workbench${path}`, { waitUntil: 'networkidle' })
      if (action) {
        await action(page)
        await page.waitForTimeout(400)
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wide > 0) console.log(name, width, `scrolls sideways by ${wide}`)
      await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: !action })
      // Through the protocol, so that the page's own policy stays as strict as it is.
      await page.evaluate(axe)
      const found = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
      for (const one of found.violations) {
        console.log(name, width, one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 160))
      }
    } catch (error) {
      console.log(name, width, 'FAILED', String(error).slice(0, 300))
    }
  }
  await context.close()
}
await browser.close()
