// Builds the workbench into the directory given, doing only what has to be done again: installs packages when the lock
// file changed, checks types and bundles when a source changed.
// Usage: node build-if-changed.mjs [directory [stamp file]]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2] ?? join(home, 'dist')
const sourceStamp = process.argv[3] ?? join(out, '.source-stamp')
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']

const files = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => files(join(path, name)))
    : [path]

const digest = (paths) => {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths) hash.update(relative(home, path)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

const run = (command, args) => {
  const done = spawnSync(command, args, {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, WEB_OUT: out },
  })
  if (done.status !== 0) {
    console.error(`${command} ${args.join(' ')} failed`)
    process.exit(done.status ?? 1)
  }
}

const changed = (stamp, now) => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now

const lock = digest([join(home, 'package-lock.json')])
const lockStamp = join(home, 'node_modules', '.lock-stamp')
if (changed(lockStamp, lock)) {
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(lockStamp, lock)
}

const source = digest(sources.flatMap((path) => files(join(home, path))))
if (changed(sourceStamp, source) || !existsSync(join(out, 'index.html'))) {
  run('npx', ['--no-install', 'vue-tsc', '--noEmit'])
  run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'warn'])
  run('node', ['size-budget.mjs', out])
  writeFileSync(sourceStamp, source)
} else {
  console.log('workbench unchanged')
}
