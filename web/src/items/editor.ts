import type { InjectionKey } from 'vue'
import type { ItemContent } from '@/api/items'

/** What every field of the editor may ask, however deep it stands. */
export interface Editor {
  content: () => ItemContent
  /** The sentence about one place; undefined where nothing is wrong. */
  wrong: (pointer: string) => string | undefined
  /** How many things are wrong at a place and below. */
  count: (pointer: string) => number
}

export const EDITOR: InjectionKey<Editor> = Symbol('editor')
