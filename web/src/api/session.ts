import { get, post } from './http'

export interface Actor {
  personId: string
  name: string
  actingAs: string
  actingAsLabel: string
  unitName: string | null
  principalName: string
}

/** One capacity in which the person may act (办理身份). */
export interface Capacity {
  token: string
  label: string
  note?: string | null
  chosen: boolean
}

export interface Session {
  actor: Actor
  permissions: string[]
  capacities: Capacity[]
  platform: { name: string; level: 'PROVINCE' | 'CITY' }
}

export const readSession = () => get<Session>('/api/session')
export const chooseCapacity = (token: string) => post<void>('/api/session/capacity', { token })
