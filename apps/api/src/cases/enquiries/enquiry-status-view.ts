import type { z } from 'zod';
import type { Case } from '#domain/model/case.js';
import { waitingFor } from '#domain/gate/waiting-for.js';
import type { Directory } from '#domain/policy/directory.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { enquiryStatus } from '#contracts/http/cases/enquiry.js';
import type { ContactDetails } from '#store/people/contact-details.js';
import { labelOf } from '../views/case-context.js';
import { closingView, promiseView } from '../views/promise-view.js';
import { unitName } from '../../people/person-view.js';
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
    state: state.state,
    receivedAt: state.openedAt,
    waitingFor: waitingFor(document, state),
    contact,
    ...(standIn && { standIn }),
    with: { unit: unitName(directory, state.unit), since: state.ownerSince },
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
