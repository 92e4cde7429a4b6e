// Fails when a page grows beyond what a slow line bears: the entry with all it needs at once, and each lazy page.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const out = process.argv[2] ?? 'dist'
const ENTRY = 150 * 1024
const PAGE = 60 * 1024

const gz = (path) => gzipSync(readFileSync(path), { level: 9 }).length
const html = readFileSync(join(out, 'index.html'), 'utf8')
const first = [...html.matchAll(/(?:src|href)="\/workbench\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1])
const entry = first.reduce((sum, path) => sum + gz(join(out, path)), 0)
const over = []
if (entry > ENTRY) over.push(`entry ${entry}`)
for (const name of readdirSync(join(out, 'assets'))) {
  const path = `assets/${name}`
  if (first.includes(path) || !/\.(js|css)$/.test(name)) continue
  const size = gz(join(out, path))
  if (size > PAGE) over.push(`${path} ${size}`)
}
console.log(`workbench entry ${(entry / 1024).toFixed(1)} KiB gzip, budget ${ENTRY / 1024}`)
if (over.length > 0) {
  console.error(`Over budget: ${over.join(', ')}`)
  process.exit(1)
}
