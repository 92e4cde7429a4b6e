import { get } from './http'

export type FieldType =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'INTEGER'
  | 'NUMBER'
  | 'MONEY'
  | 'BOOLEAN'
  | 'CHOICE'
  | 'CHOICES'
  | 'DATE'
  | 'CITIZEN_ID'
  | 'USCC'
  | 'PHONE'
  | 'FILES'
  | 'ROWS'

export interface FormField {
  name: string
  label: string
  type: FieldType
  required: boolean
  limits: { maxLength?: number | null; [rest: string]: unknown }
  options: { value: string; title: string }[]
  columns: FormField[]
  hints: { hint?: string | null; unit?: string | null; [rest: string]: unknown }
}

export interface FormDefinition {
  id: string
  version: number
  title: string
  pages: { id: string; title: string; why?: string | null; fields: FormField[] }[]
}

export const readForm = (id: string) => get<FormDefinition>(`/api/forms/${encodeURIComponent(id)}`)
