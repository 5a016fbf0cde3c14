import type { CaseEvent } from '../model/events.js';
import type { InformationItem, InformationRequest } from '../model/information.js';

type RequestEvent = Extract<CaseEvent, { type: 'informationRequested' | 'informationRequestWithdrawn' }>;
type ItemEvent = Extract<CaseEvent, { type: 'informationGiven' | 'informationAccepted' | 'informationReturned' }>;

/** What the entrepreneur was asked to send, after an event; nothing that was asked or sent is removed. */
export function evolveInformation(
  before: readonly InformationRequest[] = [],
  event: RequestEvent | ItemEvent,
): readonly InformationRequest[] {
  if (event.type === 'informationRequested') {
    const { request: id, what, by } = event.data;
    const items = what.map((it): InformationItem => ({ what: it, state: 'ASKED', given: [] }));
    return [...before, { id, items, ...(by !== undefined && { by }), askedAt: event.at, askedBy: event.by }];
  }
  return before.map((request) => (request.id === event.data.request ? changed(request, event) : request));
}

function changed(
  request: InformationRequest,
  event: Exclude<RequestEvent | ItemEvent, { type: 'informationRequested' }>,
) {
  const { at, by } = event;
  if (event.type === 'informationRequestWithdrawn')
    return { ...request, withdrawn: { at, by, reason: event.data.reason } };
  return {
    ...request,
    items: request.items.map((item, index) => (index + 1 === event.data.item ? changedItem(item, event) : item)),
  };
}

function changedItem({ missing, ...item }: InformationItem, event: ItemEvent): InformationItem {
  switch (event.type) {
    case 'informationGiven': {
      const { text, proof } = event.data;
      const given = {
        at: event.at,
        by: event.by,
        ...(text !== undefined && { text }),
        ...(proof !== undefined && { proof }),
      };
      return { ...item, ...(missing !== undefined && { missing }), state: 'GIVEN', given: [...item.given, given] };
    }
    case 'informationAccepted':
      return { ...item, state: 'ACCEPTED' };
    case 'informationReturned':
      return { ...item, state: 'RETURNED', missing: event.data.missing };
  }
}
