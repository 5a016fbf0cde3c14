import type { Case } from '#domain/case/case.js';
import { waitingFor } from '#domain/gate/waiting.js';
import { actions } from '#domain/next/actions.js';
import { next } from '#domain/next/next.js';
import type { CaseView } from '#contracts/http/views/case.js';
import { textKeysIn } from '#contracts/http/private.js';
import { balances } from './balances.js';
import { deadlineView } from './deadline-view.js';
import { checklistView, gateView } from './gate-view.js';
import { handoverView } from './handover-view.js';
import { labelOf } from './case-context.js';
import type { CaseContext } from './case-context.js';
import { personView, unitName } from './person-view.js';
import { stuckView } from './stuck-view.js';

/** The keys of the words that the view shows. */
export function textKeysShown({ handovers, items, decision }: Case): string[] {
  return textKeysIn([handovers.at(-1), items, decision]);
}

/** A case as the contract has it. */
export function caseView(context: CaseContext): CaseView {
  const { document, state, title, sensitive, enquiry, directory, language, now, actor } = context;
  const handover = state.handovers.at(-1);
  return {
    id: state.id,
    number: state.number,
    title,
    sensitive,
    description: enquiry?.description ?? null,
    phase: state.phase,
    phaseLabel: labelOf(document.phases[state.phase], state.phase, language),
    phaseSince: state.phaseSince,
    state: state.state,
    version: state.version,
    openedAt: state.openedAt,
    ...(state.closedAt !== undefined && { closedAt: state.closedAt }),
    process: state.process,
    organisation: organisationView(context),
    contact: personView(directory, state.contact),
    owner: personView(directory, state.owner),
    deputy: state.deputy === null ? null : personView(directory, state.deputy),
    unit: state.unit,
    unitName: unitName(directory, state.unit),
    area: enquiry?.area ?? null,
    channel: enquiry?.channel ?? 'web',
    origin: enquiry?.origin ?? 'staff',
    route: state.route,
    waitingFor: waitingFor(document, state),
    next: next(document, state, directory, now).map(({ label, why, ...step }) => ({
      ...step,
      label: label[language],
      why: why[language],
      by: [...step.by],
    })),
    gate: gateView(context),
    checklist: checklistView(context),
    deadlines: state.deadlines.map((deadline) => deadlineView(deadline, context)),
    balances: balances(state, now),
    handover: handover ? handoverView(handover, context) : null,
    stuck: stuckView(context),
    actions: actions(document, state, actor),
  };
}

function organisationView({ organisation, enquiry }: CaseContext): CaseView['organisation'] {
  if (!organisation) return null;
  const { id, name, number } = organisation;
  const contact =
    enquiry?.contactName == null
      ? undefined
      : {
          name: enquiry.contactName,
          ...(enquiry.contactEmail !== null && { email: enquiry.contactEmail }),
          ...(enquiry.contactPhone !== null && { phone: enquiry.contactPhone }),
        };
  return { id, name, ...(number !== null && { number }), ...(contact && { contact }) };
}
