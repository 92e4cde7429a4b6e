import { get, post } from './http'

/** What the other side needs in order to register us. */
export interface Own {
  code: string
  name: string
  level: 'PROVINCE' | 'CITY'
  certificate: string
  fingerprint: string
}

export interface Registration {
  code: string
  name: string
  level: string
  address: string
  certificate: string
  fingerprint: string
}

/** Rows that came down for a request. */
export interface Backflow {
  dataset: string
  version: number
  rows: number
  at: string | null
  titles: Record<string, string>
  page: Record<string, string | null>[]
}

export const readOwn = (signal?: AbortSignal) => get<Own>('/api/federation/own', signal)
export const registerPeer = (form: Registration) => post<unknown>('/api/federation/peers', form)
export const readBackflow = (request: string, signal?: AbortSignal) =>
  get<Backflow>(`/api/exchange/requests/${request}/backflow?limit=20`, signal)
