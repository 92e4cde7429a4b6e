import { get, post, query, request } from './http'
import type { FormField } from './forms'

export interface IntakeItem {
  code: string
  name: string
  unitName: string
  promise: string
}

export interface IntakeChoice {
  code: string
  name: string
  unitName: string
  servedObjects: string[]
  situations: { code: string; name: string }[]
  materials: { code: string; name: string; copies: number }[]
}

export interface Visitor {
  itemCode: string
  situation: string
  firm: boolean
  code: string
  name: string
  agentCode: string
  agentName: string
  phone: string
}

export interface IntakePage {
  id: string
  title: string
  why?: string | null
  fields: FormField[]
}

/** An application that is filled in at the window; identity numbers are masked. */
export interface Intake {
  id: string
  version: number
  itemCode: string
  itemName: string
  situation: string | null
  visitor: string
  firm: boolean
  pages: IntakePage[]
  answers: Record<string, unknown>
  files: Record<string, string>
  missing: string | null
  acceptance: string
  caseId: string | null
}

export interface Receipt {
  caseId: string
  number: string
  queryCode: string
}

const BASE = '/api/onestop/intake'

export const findItems = (q: string, signal?: AbortSignal) => get<IntakeItem[]>(`${BASE}/items${query({ q })}`, signal)
export const readChoice = (code: string) => get<IntakeChoice>(`${BASE}/items/${code}`)
export const readOpen = (signal?: AbortSignal) =>
  get<{ id: string; itemName: string; visitor: string; updatedAt: string }[]>(BASE, signal)
export const begin = (visitor: Visitor) => post<{ id: string }>(BASE, visitor)
export const readIntake = (id: string, signal?: AbortSignal) => get<Intake>(`${BASE}/${id}`, signal)
export const revealIntake = (id: string, purpose: string) => post<Intake>(`${BASE}/${id}/reveal`, { purpose })
export const savePage = (
  id: string,
  page: string,
  body: { version: number; fields: Record<string, string[]>; files: Record<string, string[]> },
) => post<Intake>(`${BASE}/${id}/pages/${page}`, body)
export const handIn = (id: string) => post<Receipt>(`${BASE}/${id}/hand-in`)
export const discard = (id: string) => request<void>(`${BASE}/${id}`, { method: 'DELETE' })

export function uploadScan(id: string, field: string, file: File) {
  const form = new FormData()
  form.append('file', file)
  return post<{ fileId: string; name: string }>(`${BASE}/${id}/files${query({ field })}`, form)
}

/** Answers of a page in the form in which a browser sends a form: lists of texts by name. */
export function flatten(fields: FormField[], answers: Record<string, unknown>): Record<string, string[]> {
  const flat: Record<string, string[]> = {}
  for (const field of fields) {
    const value = answers[field.name]
    if (value === undefined || value === null || field.type === 'FILES') continue
    if (field.type === 'ROWS' && Array.isArray(value)) {
      ;(value as Record<string, unknown>[]).forEach((row, at) =>
        Object.entries(row).forEach(([column, cell]) => {
          flat[`${field.name}.${at}.${column}`] = [String(cell)]
        }),
      )
    } else {
      flat[field.name] = Array.isArray(value) ? value.map(String) : [String(value)]
    }
  }
  return flat
}
