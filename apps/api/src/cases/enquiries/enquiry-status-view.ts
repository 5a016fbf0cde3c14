import type { z } from 'zod';
import { latestOf } from '#domain/model/latest-fact.js';
import { namedIn } from '#domain/model/named-by-facts.js';
import { DECISION_LABELS } from '#domain/model/words/event-words.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import type { Case, GateDecision } from '#domain/model/case.js';
import { waitingFor } from '#domain/gate/waiting-for.js';
import type { Directory } from '#domain/policy/directory.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { enquiryStatus } from '#contracts/http/cases/enquiry.js';
import type { ContactDetails } from '#store/people/contact-details.js';
import { labelOf } from '../views/case-context.js';
import { legsView } from '../views/relay-view.js';
import { closingView, promiseView } from '../views/promise-view.js';
import { personView, unitName } from '../../people/person-view.js';
import type { Language } from '../../shared/input/language.decorator.js';

export interface EnquiryStatusContext {
  readonly state: Case;
  readonly title: string;
  readonly contact: ContactDetails;
  /** Who answers while the contact is away. */
  readonly standIn: ContactDetails | undefined;
  readonly document: ProcessDocument;
  readonly directory: Directory;
  readonly language: Language;
  /** What the entrepreneur is told, by key. */
  readonly texts: ReadonlyMap<string, unknown>;
}

/** What the entrepreneur sees without signing in: who has the case and which promises were kept, nothing internal. */
export function enquiryStatusView({
  state,
  title,
  contact,
  standIn,
  document,
  directory,
  language,
  texts,
}: EnquiryStatusContext): z.infer<typeof enquiryStatus> {
  const told = { document, language, texts };
  return {
    number: state.number,
    title,
    phase: state.phase,
    phaseLabel: labelOf(document.phases[state.phase], state.phase, language),
    legs: legsView(state),
    state: state.state,
    receivedAt: state.openedAt,
    waitingFor: waitingFor(document, state),
    contact,
    ...(standIn && { standIn }),
    with: {
      unit: unitName(directory, state.unit),
      since: state.ownerSince,
      handler: state.owner === state.intake ? null : personView(directory, state.owner).name,
    },
    nextStep: nextStepView(state, told),
    decisions: state.decisions.map((decision) => decisionView(decision, told)),
    ...(state.closing && { closing: closingView(state.closing, texts) }),
    promises: state.deadlines.flatMap((deadline) => {
      const promise = deadline.state === 'CANCELLED' ? undefined : promiseView(deadline, told);
      if (!promise) return [];
      const { text: label, ...stands } = promise;
      return [
        { label, dueOn: deadline.dueOn, ...stands, ...(deadline.metAt !== undefined && { metAt: deadline.metAt }) },
      ];
    }),
  };
}

type Told = Pick<EnquiryStatusContext, 'document' | 'language' | 'texts'>;

/** The decision in the words of its gate, with the reason where she may read it. */
function decisionView({ gate, decision, toPhase, at, reason }: GateDecision, { document, language, texts }: Told) {
  const gateLabel = labelOf(document.gates[gate], gate, language);
  const to = toPhase === undefined ? '' : `, ${labelOf(document.phases[toPhase], toPhase, language)}`;
  return {
    label: `${gateLabel}: ${DECISION_LABELS[decision][language]}${to}`,
    on: osloDateOf(at),
    ...reasonIn(texts, reason),
  };
}

/** The latest next step that was chosen, as the fact's form calls it. */
function nextStepView({ facts }: Case, { document, language, texts }: Told) {
  const chosen = latestOf(facts.filter((it) => namedIn(document, it, 'nextStep') !== undefined));
  if (!chosen) return null;
  const field = document.facts[chosen.fact]?.names?.nextStep ?? '';
  const labels = document.facts[chosen.fact]?.schema.properties[field]?.['x-labels'] as StepLabels | undefined;
  const step = String(chosen.data[field]);
  return { label: labels?.[step]?.[language] ?? step, on: chosen.on, ...reasonIn(texts, chosen.data['reason']) };
}

type StepLabels = Readonly<Record<string, Readonly<Record<Language, string>>>>;

function reasonIn(texts: Told['texts'], key: unknown): { readonly reason?: string } {
  const reason = typeof key === 'string' ? texts.get(key) : undefined;
  return typeof reason === 'string' ? { reason } : {};
}
