import { computed, reactive } from 'vue'
import { chooseCapacity, readSession, type Session } from './api/session'
import { readTypes, type TypeName } from './api/records'

const state = reactive<{ session: Session | null; types: TypeName[] }>({ session: null, types: [] })

/** Who works here, what he may do and which lists he may read. */
export const session = {
  actor: computed(() => state.session?.actor ?? null),
  capacities: computed(() => state.session?.capacities ?? []),
  types: computed(() => state.types),
  platform: computed(() => state.session?.platform ?? null),
  may: (permission: string) => state.session?.permissions.includes(permission) ?? false,
  async load() {
    const [found, types] = await Promise.all([readSession(), readTypes().catch(() => [])])
    state.session = found
    state.types = types
  },
  async actAs(token: string) {
    await chooseCapacity(token)
    // Every number and every row depends on the capacity: begin anew rather than keep what another capacity saw.
    location.assign('/workbench/')
  },
}
