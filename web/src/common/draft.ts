import { ref, watch } from 'vue'

/** A text that survives a reload and a lost session, until it is sent; kept in this browser tab only. */
export function useDraft(key: () => string) {
  const name = () => `draft:${key()}`
  const text = ref('')
  const restore = () => {
    text.value = sessionStorage.getItem(name()) ?? ''
  }
  const drop = () => {
    sessionStorage.removeItem(name())
    text.value = ''
  }
  watch(text, (value) => (value ? sessionStorage.setItem(name(), value) : sessionStorage.removeItem(name())))
  watch(key, restore, { immediate: true })
  return { text, drop }
}
