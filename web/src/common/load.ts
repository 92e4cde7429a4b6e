import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { problemOf, type Problem } from '@/api/http'

export interface Loading<T> {
  /** What was read last; it stays while it is read anew, so that nothing jumps. */
  data: ShallowRef<T | null>
  problem: Ref<Problem | null>
  busy: Ref<boolean>
  load: () => Promise<void>
}

/** Reads something for a page; a later reading overtakes an earlier one. */
export function useLoad<T>(read: (signal: AbortSignal) => Promise<T>): Loading<T> {
  const data = shallowRef<T | null>(null)
  const problem = ref<Problem | null>(null) as Ref<Problem | null>
  const busy = ref(false)
  let running: AbortController | null = null

  async function load() {
    running?.abort()
    const mine = new AbortController()
    running = mine
    busy.value = true
    try {
      const found = await read(mine.signal)
      if (mine.signal.aborted) return
      data.value = found
      problem.value = null
    } catch (thrown) {
      if (mine.signal.aborted) return
      problem.value = problemOf(thrown)
    } finally {
      if (running === mine) busy.value = false
    }
  }

  onBeforeUnmount(() => running?.abort())
  return { data, problem, busy, load }
}
