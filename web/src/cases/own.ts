/** The page or record of its own that a matter has, by its type: there stands what the case file does not repeat. */
const PAGES: Record<string, (id: string, data: Record<string, unknown>) => string | null> = {
  'catalogue.resource': (id) => `/catalogue/${id}`,
  'catalogue.return': (id) => `/catalogue/returns/${id}`,
  'catalogue.order': (id) => `/records/catalogue.order/${id}`,
  'exchange.request': (_, data) => (typeof data.request === 'string' ? `/exchange/requests/${data.request}` : null),
  'stewardship.ticket': (id) => `/records/stewardship.finding/${id}`,
  'stewardship.order': (id) => `/records/stewardship.order/${id}`,
}

export const ownPage = (type: string, id: string, data: Record<string, unknown>) => PAGES[type]?.(id, data) ?? null
