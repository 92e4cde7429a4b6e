import type { InboxRow, Offer, Result } from '@/api/cases'

/** Forms whose facts may be the same for several cases. */
const SHARED = new Set(['onestop-special', 'onestop-delivery'])

/** What can be done for several cases at once: nothing that asks each time for evidence, or for facts that differ. */
export const batchable = (offers: Offer[]) =>
  offers.filter(
    (offer) => offer.refusal === null && (offer.form === null || SHARED.has(offer.form)) && offer.evidence.length === 0,
  )

/** One step for all is possible only where all stand at the same place. */
export const oneState = (rows: Pick<InboxRow, 'type' | 'state'>[]) =>
  new Set(rows.map((row) => `${row.type} ${row.state}`)).size === 1

/** What became of each row; the answer names tasks or cases. A row without an answer counts as not done. */
export function report(rows: InboxRow[], results: Result[]): { row: InboxRow; result: Result }[] {
  const byId = new Map(results.map((result) => [result.id, result]))
  return rows.map((row) => ({
    row,
    result: byId.get(row.taskId) ??
      byId.get(row.caseId) ?? { id: row.taskId, problem: '服务器没有说明结果，请打开办件查看。' },
  }))
}
