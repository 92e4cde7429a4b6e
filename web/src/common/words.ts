/** How dates and numbers are said. All times are those of Beijing, wherever the browser stands. */
const DAY = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
})
const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const parts = (format: Intl.DateTimeFormat, at: Date) =>
  Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))

/** A date alone is noon in Beijing, so that no zone moves it. */
const instant = (iso: string) => new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00+08:00` : iso)

/** “2026 年 10 月 11 日（周日）”, empty for nothing. */
export function day(iso: string | null | undefined): string {
  if (!iso) return ''
  const { year, month, day: date, weekday } = parts(DAY, instant(iso))
  return `${year} 年 ${month} 月 ${date} 日（${weekday}）`
}

/** “10 月 11 日 14:05”, with the year where it is not this one. */
export function moment(iso: string | null | undefined, now = new Date()): string {
  if (!iso) return ''
  const at = instant(iso)
  const { year, month, day: date } = parts(DAY, at)
  const { hour, minute } = parts(TIME, at)
  const thisYear = parts(DAY, now).year === year
  return `${thisYear ? '' : `${year} 年 `}${month} 月 ${date} 日 ${hour}:${minute}`
}

/** “10月11日” for narrow columns. */
export function shortDay(iso: string | null | undefined): string {
  if (!iso) return ''
  const { year, month, day: date } = parts(DAY, instant(iso))
  return `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
}

export const count = (value: number) => value.toLocaleString('zh-CN')

const UNITS: Record<string, string> = {
  WORKDAY: '个工作日',
  WORKING_DAY: '个工作日',
  DAY: '日',
  NATURAL_DAY: '日',
  HOUR: '小时',
  WORK_HOUR: '个工作小时',
  MONTH: '个月',
  YEAR: '年',
}
export const term = (length: { amount: number; unit: string } | null | undefined) =>
  length ? `${length.amount} ${UNITS[length.unit] ?? length.unit}` : '未规定'
