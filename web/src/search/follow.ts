import type { Router } from 'vue-router'

/** Links of the workbench stay in it; those of the portal leave it. */
export const inside = (link: string) => (link.startsWith('/workbench/') ? link.slice('/workbench'.length) : null)

export function follow(router: Router, link: string) {
  const path = inside(link)
  if (path !== null) void router.push(path)
  else location.assign(link)
}
