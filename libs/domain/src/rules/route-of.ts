import { latestFact } from '../model/latest-fact.js';
import type { Case } from '../model/case.js';
import type { ProcessCore, RouteRule } from '../process/process-document.js';

/** The route decided at a gate, else the one chosen by a fact; undefined when there is neither. */
export function routeOf(state: Case): string | undefined {
  const chosen = latestFact(state, 'routeChosen')?.data.route;
  return state.route ?? (typeof chosen === 'string' ? chosen : undefined);
}

export function routeRuleOf(state: Case, core: ProcessCore): RouteRule | undefined {
  const route = routeOf(state);
  return route === undefined ? undefined : core.routes[route];
}
