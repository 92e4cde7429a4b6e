/** The list from which one came to a matter, so that J and K lead to the next and the one before. */
interface Trail {
  ids: string[]
  back: string
}

const KEY = 'case-trail'

export function keepTrail(trail: Trail) {
  sessionStorage.setItem(KEY, JSON.stringify(trail))
}

export function readTrail(): Trail {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '') as Trail
  } catch {
    return { ids: [], back: '/inbox' }
  }
}

export function neighbours(trail: Trail, id: string): { place: number; before: string | null; next: string | null } {
  const place = trail.ids.indexOf(id)
  return {
    place,
    before: place > 0 ? trail.ids[place - 1]! : null,
    next: place >= 0 && place + 1 < trail.ids.length ? trail.ids[place + 1]! : null,
  }
}
