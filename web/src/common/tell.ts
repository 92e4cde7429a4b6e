import { ElMessage } from 'element-plus'

/** Says in passing that something is done; what went wrong stands on the page instead. */
export function tell(message: string, type: 'success' | 'error' | 'info' = 'success') {
  ElMessage({ message, type, duration: type === 'error' ? 8000 : 4000, showClose: true, grouping: true })
}
