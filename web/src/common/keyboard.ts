import { onBeforeUnmount, onMounted } from 'vue'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Enter belongs to what has the focus. */
const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('a, button, summary, [role="option"], [role="menuitem"]') !== null

const isDialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]:not([hidden])') !== null

/**
 * Binds keys while a component lives. Letters work only where nobody is typing and no dialog is open; `mod+x` stands for
 * Ctrl or Command.
 */
export function useKeys(bindings: Record<string, () => void>) {
  function onKey(event: KeyboardEvent) {
    const mod = event.ctrlKey || event.metaKey
    const name = `${mod ? 'mod+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`
    const binding = bindings[name]
    if (!binding || event.altKey || event.isComposing || event.defaultPrevented) return
    if (!mod && (isTyping(event.target) || visibleDialog())) return
    if (name === 'Enter' && isControl(event.target)) return
    event.preventDefault()
    binding()
  }
  const visibleDialog = () => {
    if (!isDialogOpen()) return false
    return [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].some(
      (dialog) => dialog.offsetParent !== null || dialog.getClientRects().length > 0,
    )
  }
  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}
