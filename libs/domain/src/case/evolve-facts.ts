import { osloDateOf } from '../calendar/oslo-time.js';
import type { Fact } from '../model/case.js';
import type { CaseEvent } from '../model/events.js';

/** Facts after an event: registered, corrected (latest correction counts) or retracted; nothing is removed. */
export function evolveFacts(facts: readonly Fact[], event: CaseEvent): readonly Fact[] {
  switch (event.type) {
    case 'factRegistered': {
      const { fact, on, data, proof } = event.data;
      const { seq, at, by } = event;
      return [...facts, { seq, fact, at, on, data, by, revisionSeqs: [seq], ...(proof && { proof }) }];
    }
    case 'factCorrected': {
      const { on, at, data, proof } = event.data;
      return updateFact(facts, event.data.event, (fact) => ({
        ...fact,
        on,
        at,
        data,
        revisionSeqs: [...fact.revisionSeqs, event.seq],
        ...changedOnAfter(fact, event),
        ...(proof && { proof }),
      }));
    }
    case 'factRetracted':
      return updateFact(facts, event.data.event, (fact) => ({
        ...fact,
        retracted: true,
        revisionSeqs: [...fact.revisionSeqs, event.seq],
      }));
    default:
      return facts;
  }
}

function changedOnAfter(
  fact: Fact,
  { data: { data }, recordedAt }: Extract<CaseEvent, { type: 'factCorrected' }>,
): Pick<Fact, 'changedOn'> {
  const fields = [...new Set([...Object.keys(fact.data), ...Object.keys(data)])];
  const changed = fields.filter((field) => JSON.stringify(fact.data[field]) !== JSON.stringify(data[field]));
  if (changed.length === 0) return {};
  const today = osloDateOf(recordedAt);
  return { changedOn: { ...fact.changedOn, ...Object.fromEntries(changed.map((field) => [field, today])) } };
}

/** `event` is the seq of the registration or of any of its corrections. */
function updateFact(facts: readonly Fact[], event: number, change: (fact: Fact) => Fact): readonly Fact[] {
  return facts.map((fact) => (fact.revisionSeqs.includes(event) ? change(fact) : fact));
}
