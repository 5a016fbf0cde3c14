import { latestNamed } from '../model/named-by-facts.js';
import type { Case } from '../model/case.js';
import type { ProcessCore, RouteRule } from '../process/process-document.js';

/** The route decided at a gate, else the one chosen by a fact; undefined when there is neither. */
export function routeOf(core: ProcessCore, state: Case): string | undefined {
  const chosen = latestNamed(core, state, 'route');
  return state.route ?? (typeof chosen === 'string' ? chosen : undefined);
}

export function routeRuleOf(core: ProcessCore, state: Case): RouteRule | undefined {
  const route = routeOf(core, state);
  return route === undefined ? undefined : core.routes[route];
}
