/** A field that the server refused: where it is and what is wrong, as a sentence. */
export interface FieldProblem {
  pointer: string
  detail: string
}

/** What the server says when it refuses: an RFC 9457 problem whose detail is a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: FieldProblem[] = [],
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail)
    this.name = 'Problem'
  }

  /** Somebody else was faster: the page has to be read anew before one goes on. */
  get conflict(): boolean {
    return this.status === 409 || this.status === 412
  }

  /** The sentence for one field, by the end of its JSON pointer. */
  at(pointer: string): string | undefined {
    return this.fields.find((field) => field.pointer === pointer)?.detail
  }
}

const UNREACHABLE = '连不上服务器，刚才的操作没有提交，填写的内容还在本页。请检查网络后再试一次。'

/** Turns anything thrown into a problem that can be shown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof TypeError) return new Problem(0, 'web.unreachable', UNREACHABLE)
  return new Problem(0, 'web.defect', '页面出了差错，填写的内容还在本页。请刷新后再试；仍不行请告知管理员出错的时间。')
}

/** Reads a refusal, whether it is a problem document or something a proxy in between has said. */
export function readProblem(status: number, body: unknown): Problem {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const text = (key: string) => (typeof problem[key] === 'string' ? (problem[key] as string) : '')
  const detail =
    text('detail') ||
    (status >= 502 && status <= 504
      ? '服务器正在重启或暂时繁忙，刚才的操作没有提交。请过一会儿再试。'
      : status === 413
        ? '上传的文件太大，没有收下。请压缩或分开上传。'
        : `服务器没有接受这次操作（${status}），内容没有改变。`)
  return new Problem(status, text('code') || `web.http-${status}`, detail, fieldsOf(problem, detail), problem)
}

function fieldsOf(problem: Record<string, unknown>, detail: string): FieldProblem[] {
  const listed = Array.isArray(problem.problems)
    ? problem.problems
    : Array.isArray(problem.errors)
      ? problem.errors
      : []
  const fields = listed.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { pointer, detail: sentence, message, text } = entry as Record<string, unknown>
    return typeof pointer === 'string' ? [{ pointer, detail: String(sentence ?? message ?? text ?? '') }] : []
  })
  if (fields.length === 0 && typeof problem.pointer === 'string') return [{ pointer: problem.pointer, detail }]
  return fields
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}

/** Whoever is not logged in goes to the login page and comes back to where he was. */
function signIn(): Promise<never> {
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
  return new Promise(() => {})
}

/** The token against forged requests; where it has gone astray, any page with a form gives a new one. */
async function token(): Promise<string> {
  if (cookie('XSRF-TOKEN') === '') await fetch('/accessibility', { credentials: 'same-origin' }).catch(() => {})
  return cookie('XSRF-TOKEN')
}

export interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

async function send(path: string, { method = 'GET', body, headers, signal }: Options): Promise<Response> {
  const all: Record<string, string> = { Accept: 'application/json', ...headers }
  if (method !== 'GET') all['X-XSRF-TOKEN'] = await token()
  const raw = body instanceof FormData
  if (body !== undefined && !raw) all['Content-Type'] = 'application/json'
  const response = await fetch(path, {
    method,
    headers: all,
    body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
    credentials: 'same-origin',
    signal,
  })
  if (response.status === 401) return signIn()
  if (!response.ok) throw readProblem(response.status, await response.json().catch(() => null))
  return response
}

export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const get = <T>(path: string, signal?: AbortSignal) => request<T>(path, { signal })
export const post = <T>(path: string, body?: unknown) => request<T>(path, { method: 'POST', body: body ?? {} })

/** What the server makes on request and hands over as text, a CSV for example. */
export const postForText = async (path: string) => (await send(path, { method: 'POST' })).text()

/** A query string of all that is set. */
export function query(parameters: Record<string, string | number | boolean | null | undefined>): string {
  const set = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') set.append(name, String(value))
  }
  const text = set.toString()
  return text === '' ? '' : `?${text}`
}
