/** How this person reads (阅读模式); the portal keeps it in a cookie that holds for both. */
export interface Reading {
  elder: boolean
  contrast: boolean
}

export function readingOf(cookies: string): Reading {
  const value =
    cookies
      .split('; ')
      .find((pair) => pair.startsWith('reading='))
      ?.slice('reading='.length) ?? ''
  return { elder: value.includes('e'), contrast: value.includes('c') }
}

/** Marks the root before anything is drawn, so that nothing changes its size afterwards. */
export function applyReading({ elder, contrast }: Reading) {
  document.documentElement.classList.toggle('elder', elder)
  document.documentElement.classList.toggle('contrast', contrast)
}
