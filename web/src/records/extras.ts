import { defineAsyncComponent, type Component } from 'vue'

/** What the page of a record offers beyond its columns, by type: a thing to do where the record is read. */
const EXTRAS: Record<string, Component> = {
  'items.difference': defineAsyncComponent(() => import('@/items/DifferenceSettle.vue')),
  'items.catalogue': defineAsyncComponent(() => import('@/items/CatalogueClaim.vue')),
  'exchange.call': defineAsyncComponent(() => import('@/exchange/CallProof.vue')),
  'exchange.demand': defineAsyncComponent(() => import('@/exchange/DemandLoop.vue')),
  'stewardship.rule': defineAsyncComponent(() => import('@/stewardship/ReasonedActions.vue')),
  'stewardship.pair': defineAsyncComponent(() => import('@/stewardship/PairCompare.vue')),
  'stewardship.batch': defineAsyncComponent(() => import('@/stewardship/ReasonedActions.vue')),
  'stewardship.asset': defineAsyncComponent(() => import('@/stewardship/AssetUse.vue')),
  'stewardship.difference': defineAsyncComponent(() => import('@/stewardship/ReasonedActions.vue')),
  'stewardship.element': defineAsyncComponent(() => import('@/stewardship/ReasonedActions.vue')),
  'registers.stop': defineAsyncComponent(() => import('@/registers/StopDecide.vue')),
  'oversight.rule': defineAsyncComponent(() => import('@/oversight/RuleVersion.vue')),
}

export const extraOf = (type: string): Component | undefined => EXTRAS[type]
