import { latestFact } from '../model/latest-fact.js';
import { eachDeclared } from './declarations.js';
import { isTrue } from './when-rules.js';
import type { Case } from '../model/case.js';
import type { FactRule, ProcessCore } from '../process/process-document.js';

/** The first required fact that is neither registered nor waived; undefined when none is missing. */
export function missingPrerequisite(
  core: ProcessCore,
  state: Case,
  { requires = [], requiresWhen = {}, needsItem }: FactRule,
): string | undefined {
  const conditional = Object.entries(requiresWhen).flatMap(([rule, facts]) =>
    isTrue(core, state, { rule }) ? facts : [],
  );
  const item = needsItem === undefined ? undefined : core.items[needsItem];
  if (item && 'fact' in item.metBy && eachDeclared(state, item)?.all === false) return item.metBy.fact;
  return [...requires, ...conditional].find((fact) => !latestFact(state, fact) && !isWaived(core, state, fact));
}

/** Whoever waived the item that the fact meets, with a reason, did without the fact. */
const isWaived = ({ items }: ProcessCore, state: Case, fact: string): boolean =>
  Object.entries(state.items).some(([item, { state: stands }]) => {
    const metBy = items[item]?.metBy;
    return stands === 'WAIVED' && metBy !== undefined && 'fact' in metBy && metBy.fact === fact;
  });
