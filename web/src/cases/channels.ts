/** Channels by which an applicant deals with us: codes of 办理形式 in the exchange tables. */
export const CHANNELS: Record<string, string> = {
  '1': '窗口',
  '2': '电脑端网上',
  '3': '移动端',
  '4': '快递',
  '9': '其他',
}

/** The channel of the step that was taken at a moment; empty for what officials do among themselves. */
export function channelAt(data: Record<string, unknown>, at: string): string {
  const steps = Array.isArray(data.channels) ? (data.channels as { channel: string; at: string }[]) : []
  const found = steps.find((step) => Date.parse(step.at) === Date.parse(at))
  return found ? (CHANNELS[found.channel] ?? '其他') : ''
}
