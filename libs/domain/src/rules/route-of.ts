import { latestFact } from '../model/latest-fact.js';
import type { Case } from '../model/case.js';
import type { ProcessCore, RouteRule } from '../process/core.js';

/** The route the case is on: the one decided, else the one chosen so far; undefined when neither says. */
export function routeOf(state: Case): string | undefined {
  const chosen = latestFact(state, 'routeChosen')?.data.route;
  return state.route ?? (typeof chosen === 'string' ? chosen : undefined);
}

export function routeRuleOf(state: Case, core: ProcessCore): RouteRule | undefined {
  const route = routeOf(state);
  return route === undefined ? undefined : core.routes[route];
}
