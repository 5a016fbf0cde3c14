import { debtOfRequest } from '#domain/deadline/debt-of-request.js';
import { isOpenRequest } from '#domain/model/information.js';
import { isOwed } from '#domain/deadline/owed.js';
import type { GivenInformation, InformationItem, InformationRequest } from '#domain/model/information.js';
import type { InformationView } from '#contracts/http/cases/information.js';
import { personView } from '../../people/person-view.js';
import { proofViews } from '../proof/shown-proof.js';
import type { CaseContext } from './case-context.js';

/** What the entrepreneur is asked to send; nothing for whoever may not see what is shared. */
export function informationViews(context: CaseContext): InformationView[] {
  const { state, reads } = context;
  return reads.has('shared') ? (state.information ?? []).map((request) => requestView(request, context)) : [];
}

function requestView(request: InformationRequest, context: CaseContext): InformationView {
  const { id, items, askedAt, askedBy, withdrawn } = request;
  const debt = debtOfRequest(context.state, id);
  return {
    id,
    askedAt,
    askedBy: doer(askedBy, context),
    ...(debt && isOwed(debt) && { dueOn: debt.dueOn }),
    items: items.map((item, index) => ({ item: index + 1, ...itemView(item, context) })),
    ...(withdrawn && {
      withdrawn: {
        at: withdrawn.at,
        by: doer(withdrawn.by, context),
        reason: textOf(context, withdrawn.reason),
      },
    }),
    open: isOpenRequest(request),
  };
}

function itemView({ what, state, missing, given }: InformationItem, context: CaseContext) {
  return {
    what: textOf(context, what),
    state,
    ...(missing !== undefined && { missing: textOf(context, missing) }),
    given: given.map((it) => givenView(it, context)),
  };
}

function givenView({ at, by, text, proof }: GivenInformation, context: CaseContext) {
  const shown = proofViews(context.proof, proof);
  return {
    at,
    by: doer(by, context),
    ...(text !== undefined && { text: textOf(context, text) }),
    ...(shown && { proof: shown }),
  };
}

function doer(id: string | null, { directory }: CaseContext) {
  return id === null ? null : { id, name: personView(directory, id).name };
}

function textOf({ texts }: CaseContext, key: string): string {
  const text = texts.get(key);
  return typeof text === 'string' ? text : '';
}
