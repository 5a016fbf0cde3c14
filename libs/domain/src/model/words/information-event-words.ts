import { label } from '../../process/label.js';
import { about, of, same, until } from './event-sentences.js';
import type { EventWords } from './event-sentences.js';
import type { Label } from '../../process/process-document.js';

/** Words of what the entrepreneur is asked to send, and of what comes of it. */
export const informationWords: { readonly [T in InformationEvent]: EventWords<T> } = {
  informationRequested: {
    kind: 'QUESTION',
    label: label('Opplysninger er etterspurt', 'Information is asked for'),
    text: ({ what, by }) => {
      const asked = label('Opplysninger er etterspurt', 'Information is asked for');
      const many = what !== undefined && what.length > 1 ? same(String(what.length)) : undefined;
      return until(about(asked, many), by);
    },
  },
  informationGiven: {
    kind: 'QUESTION',
    label: label('Opplysninger er sendt', 'Information is sent'),
    text: numbered('er sendt', 'is sent'),
  },
  informationAccepted: {
    kind: 'QUESTION',
    label: label('Opplysninger er godtatt', 'Information is accepted'),
    text: ({ all, ...data }) =>
      all
        ? label('Alle opplysningene er godtatt', 'All the information is accepted')
        : numbered('er godtatt', 'is accepted')(data),
  },
  informationReturned: {
    kind: 'QUESTION',
    label: label('Opplysninger er sendt tilbake', 'Information is sent back'),
    text: (data) =>
      until(numbered('er sendt tilbake, fordi noe mangler', 'is sent back, as something is missing')(data), data.by),
  },
  informationRequestWithdrawn: {
    kind: 'QUESTION',
    label: label('Det er ikke lenger bedt om opplysningene', 'The information is no longer asked for'),
  },
};

type InformationEvent =
  | 'informationRequested'
  | 'informationGiven'
  | 'informationAccepted'
  | 'informationReturned'
  | 'informationRequestWithdrawn';

function numbered(nb: string, en: string) {
  return ({ item }: { readonly item?: number }): Label => {
    const number = of(item, (it) => ` ${it}`) ?? '';
    return label(`Opplysning${number} ${nb}`, `Information${number} ${en}`);
  };
}
