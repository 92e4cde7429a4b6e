import type { LocationQuery } from 'vue-router'

/** The months in the address; the present year up to now where it says nothing. */
export function months(query: LocationQuery, now = new Date()): { from: string; to: string } {
  const said = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? value : null
  }
  const year = String(now.getFullYear())
  return {
    from: said('from') ?? `${year}-01`,
    to: said('to') ?? `${year}-${String(now.getMonth() + 1).padStart(2, '0')}`,
  }
}
