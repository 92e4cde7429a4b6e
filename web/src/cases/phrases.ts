/** Opinion phrases that officials use often, by what an action is about; offered, never forced. */
const OFFERED: [RegExp, string[]][] = [
  [/^finish-/, ['现场核查已完成，符合条件。', '检验、检测合格，可以继续办理。']],
  [/terminate|extend|revoke|retract|turn-away|originals/, []],
  [/refuse|reject|deny/, ['经审查，不符合法定条件，拟不予许可。', '申请人不具备法定条件，不予许可。']],
  [/correct|supplement/, ['申请材料不齐全，请按告知书一次性补正。', '申请材料不符合法定形式，请按要求补正。']],
  [/accept|receive/, ['材料齐全，符合法定形式，予以受理。', '经核对原件与上传材料一致，予以受理。']],
  [/grant|approve|decide/, ['经审查，符合法定条件，同意。', '同意审查意见，准予许可。']],
  [/review|examine|submit/, ['经审查，材料齐全、内容真实，建议准予许可。', '符合条件，报请决定。']],
  [/pause|special|inspect/, ['需现场核查，核查所需时间不计入办理时限。', '需专家评审，评审所需时间不计入办理时限。']],
  [/deliver|issue/, ['已送达申请人。', '申请人选择邮寄，已交寄。']],
]
const OWN = 'opinion-phrases'
const KEPT = 5

function own(): string[] {
  try {
    return JSON.parse(localStorage.getItem(OWN) ?? '[]') as string[]
  } catch {
    return []
  }
}

/** What to offer for an action: first what this person wrote lately, then what is usual. */
export function phrases(action: string): string[] {
  const usual = OFFERED.find(([pattern]) => pattern.test(action))?.[1] ?? ['同意。', '情况属实。']
  return [...new Set([...usual, ...own()])].slice(0, KEPT)
}

/** Remembers short opinions of one's own; long ones speak of one matter only and may name people. */
export function remember(opinion: string) {
  const text = opinion.trim()
  if (text.length < 4 || text.length > 30 || /\d{4,}/.test(text)) return
  localStorage.setItem(OWN, JSON.stringify([text, ...own().filter((one) => one !== text)].slice(0, KEPT)))
}
