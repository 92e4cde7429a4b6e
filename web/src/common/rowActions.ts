import { session } from '@/session'

/** What may be done with a record (办理): where it is sent, who may, and whether now. */
export interface RowAction {
  label: string
  path: string
  permission: string
  when: boolean
  reasoned: boolean
}

/** Those that the person may do now. */
export const offered = (all: RowAction[]) => all.filter((action) => action.when && session.may(action.permission))
