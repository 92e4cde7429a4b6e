import type { CaseFile, Task, TaskBody } from '@/api/cases'

/** Something that can be done with a task beside acting on the case (docs: semantics of tasks). */
export interface Operation {
  id: string
  label: string
  /** What will happen, told before it is done; empty where the label says it all. */
  consequence: string
  /** Whether colleagues are to be chosen, one or many. */
  people?: 'one' | 'many'
  /** What is asked for in words, and where it goes. */
  text?: string
  into?: 'opinion' | 'reason'
  needed?: boolean
  task?: Task
  body?: Partial<TaskBody>
}

const isLive = (task: Task) => task.status === 'OPEN' || task.status === 'SUSPENDED'

/** What this person may try with the tasks of a case; whether it is right now is for the server to say. */
export function operations(file: CaseFile, me: string): Operation[] {
  const live = file.tasks.filter(isLive)
  const held = live.find((task) => task.assignee?.id === me && task.kind !== 'COPY')
  const free = live.find((task) => file.chances.claimable.includes(task.id))
  const lent = live.find((task) => task.delegator?.id === me && task.assignee?.id !== me)
  const others = live.find((task) => task.assignee !== null && task.assignee.id !== me && task.kind !== 'COPY')
  const copy = live.find((task) => task.kind === 'COPY' && task.assignee?.id === me)
  const sent = live.filter((task) => task.kind === 'COPY' && task.status === 'OPEN' && task.openedBy.id === me)
  return [
    ...(free ? [claim(free)] : []),
    ...(held ? ofHolder(held, live, file.chances.straightBack) : []),
    ...(lent ? [takeBack(lent)] : []),
    ...(copy ? [read(copy)] : []),
    ...(file.chances.recall ? [recall(file.chances.recall)] : []),
    circulate,
    ...sent.map(callBack),
    ...(others ? [remind(others)] : []),
  ]
}

function ofHolder(task: Task, live: Task[], straightBack: string | null): Operation[] {
  if (task.delegator) return [resolve(task), transfer(task)]
  if (task.kind === 'CONSULT' || task.kind === 'JOINT') return [sign(task), transfer(task)]
  const asked = live.some((one) => one.kind === 'CONSULT' || one.kind === 'JOINT')
  const some = [transfer(task), delegate(task)]
  if (task.kind !== 'HANDLE') return some
  return [
    ...(straightBack ? [sendBack(task, straightBack)] : []),
    ...some,
    giveBack(task),
    addSign(task),
    jointSign(task),
    ...(asked || task.status === 'SUSPENDED' ? [callOff(task)] : []),
    release(task),
  ]
}

const claim = (task: Task): Operation => ({ id: 'claim', label: '签收', consequence: '', task })
const sign = (task: Task): Operation => ({
  id: 'sign',
  label: '签署意见',
  consequence: '您的意见会记入办理过程，并交回请您签署的人。',
  text: '意见',
  into: 'opinion',
  needed: true,
  task,
})
const resolve = (task: Task): Operation => ({
  id: 'resolve',
  label: '提交办理意见',
  consequence: `提交后由委托人 ${task.delegator?.name ?? ''} 确认办理。`,
  text: '意见',
  into: 'opinion',
  needed: true,
  task,
})
const transfer = (task: Task): Operation => ({
  id: 'transfer',
  label: '转办',
  consequence: '由对方接着办理，您不再经办。',
  people: 'one',
  text: '理由',
  into: 'reason',
  needed: true,
  task,
})
const delegate = (task: Task): Operation => ({
  id: 'delegate',
  label: '委托',
  consequence: '对方提出办理意见后回到您这里，由您确认。可以随时收回。',
  people: 'one',
  text: '理由',
  into: 'reason',
  needed: true,
  task,
})
const takeBack = (task: Task): Operation => ({
  id: 'take-back',
  label: '收回委托',
  consequence: `从 ${task.assignee?.name ?? '受托人'} 处收回，由您办理。`,
  task,
})
const giveBack = (task: Task): Operation => ({
  id: 'return',
  label: '退回',
  consequence: '退回所选环节重新办理，时限继续计算，未完成的加签、会签一并终止。',
  text: '理由',
  into: 'reason',
  needed: true,
  task,
})
const addSign = (task: Task): Operation => ({
  id: 'add-sign',
  label: '加签',
  consequence:
    '请同事签署意见。前加签等全部签好后回到您这里；并加签时您可以先看，签好后才能办理；后加签由对方接着办理。',
  people: 'many',
  text: '想请对方看什么',
  into: 'reason',
  needed: true,
  task,
})
const jointSign = (task: Task): Operation => ({
  id: 'joint-sign',
  label: '会签',
  consequence: '按所选规则表决，够数即定，结果回到您这里，由您办理。',
  people: 'many',
  text: '会签事由',
  into: 'reason',
  needed: true,
  task,
})
const callOff = (task: Task): Operation => ({
  id: 'call-off',
  label: '撤销加签、会签',
  consequence: '尚未签署的同事不必再签，已签的意见仍保留在办理过程中。',
  text: '理由',
  into: 'reason',
  needed: true,
  task,
})
const release = (task: Task): Operation => ({
  id: 'release',
  label: '放回',
  consequence: '放回本单位，由同事签收。',
  task,
})
const read = (task: Task): Operation => ({
  id: 'read',
  label: '已阅',
  consequence: '您的意见会留在办理过程中，不影响办理。',
  text: '意见',
  into: 'opinion',
  task,
})
const sendBack = (task: Task, to: string): Operation => ({
  id: 'resubmit',
  label: `送回 ${to}`,
  consequence: `改好后直接送回退回人 ${to}，不再经过中间环节。`,
  text: '意见',
  into: 'opinion',
  needed: true,
  task,
})
const callBack = (task: Task): Operation => ({
  id: 'recall-copy',
  label: `收回传阅 ${task.assignee?.name ?? ''}`,
  consequence: '对方还没有阅，收回后不再出现在对方的待办里。',
  task,
})
const recall = (step: string): Operation => ({
  id: 'recall',
  label: `撤回办理：${step}`,
  consequence: `撤回您刚办的“${step}”，办件回到您手上。下一环节已经办理的，不能撤回。`,
})
const circulate: Operation = {
  id: 'copy',
  label: '传阅',
  consequence: '请同事阅知，不影响办理。',
  people: 'many',
  text: '附言',
  into: 'reason',
}
const remind = (task: Task): Operation => ({
  id: 'remind',
  label: `催办 ${task.assignee?.name ?? ''}`,
  consequence: '对方会收到消息。每项任务一小时内只催一次。',
  text: '附言',
  into: 'reason',
  task,
})
