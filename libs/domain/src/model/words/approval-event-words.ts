import { label } from '../../process/label.js';
import { about, of, until } from './event-sentences.js';
import type { EventWords } from './event-sentences.js';

/** Words of what somebody is asked to approve, and of the answer. */
export const approvalWords: { readonly [T in 'approvalAsked' | 'approvalAnswered' | 'approvalLapsed']: EventWords<T> } =
  {
    approvalAsked: {
      kind: 'DECISION',
      label: label('Godkjenning er bedt om', 'An approval is asked for'),
      text: (data, { deadline }) =>
        data.kind === 'MORE_TIME'
          ? until(about(label('Bedt om mer tid', 'More time is asked for'), of(data.deadline, deadline)), data.until)
          : label('Godkjenning er bedt om', 'An approval is asked for'),
    },
    approvalAnswered: {
      kind: 'DECISION',
      label: label('Godkjenningen er besvart', 'The approval is answered'),
      text: ({ yes, kind }) => {
        if (yes === undefined) return label('Godkjenningen er besvart', 'The approval is answered');
        if (kind === 'MORE_TIME')
          return yes
            ? label('Mer tid er gitt', 'More time is given')
            : label('Ikke gitt mer tid', 'No more time is given');
        return yes ? label('Godkjent', 'Approved') : label('Ikke godkjent', 'Not approved');
      },
    },
    approvalLapsed: {
      kind: 'DECISION',
      label: label('Godkjenningen trengs ikke lenger', 'The approval is no longer needed'),
    },
  };
