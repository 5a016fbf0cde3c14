import { label } from '../../process/label.js';
import { about, listed, of, same, until } from './event-sentences.js';
import type { EventNames, EventWords } from './event-sentences.js';
import type { Label } from '../../process/process-document.js';

/** Words of what the entrepreneur is asked to send, and of what comes of it. */
export const informationWords: { readonly [T in InformationEvent]: EventWords<T> } = {
  informationRequested: {
    kind: 'QUESTION',
    label: label('Opplysninger er etterspurt', 'Information is asked for'),
    text: ({ request, what = [], by }, names) => {
      const asked = label('Opplysninger er etterspurt', 'Information is asked for');
      const things = what.flatMap((_, index) => quoted(of(request, (id) => names.asked(id, index + 1))));
      const many = what.length > 1 ? same(String(what.length)) : undefined;
      return until(about(asked, things.length === what.length ? listed(things) : many), by);
    },
  },
  informationGiven: {
    kind: 'QUESTION',
    label: label('Opplysninger er sendt', 'Information is sent'),
    text: named('er sendt', 'is sent'),
  },
  informationAccepted: {
    kind: 'QUESTION',
    label: label('Opplysninger er godtatt', 'Information is accepted'),
    text: ({ all, ...data }, names) =>
      all
        ? label('Alle opplysningene er godtatt', 'All the information is accepted')
        : named('er godtatt', 'is accepted')(data, names),
  },
  informationReturned: {
    kind: 'QUESTION',
    label: label('Opplysninger er sendt tilbake', 'Information is sent back'),
    text: (data, names) =>
      until(
        named('er sendt tilbake, fordi noe mangler', 'is sent back, as something is missing')(data, names),
        data.by,
      ),
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

const quoted = (what: Label | undefined): Label[] => (what ? [label(`«${what.nb}»`, `“${what.en}”`)] : []);

/** By what was asked for: «Skatteattest» er sendt. By its number where the words are not known. */
function named(nb: string, en: string) {
  return ({ request, item }: { readonly request?: string; readonly item?: number }, names: EventNames): Label => {
    const what = request === undefined || item === undefined ? undefined : names.asked(request, item);
    const [thing] = quoted(what);
    if (thing) return label(`${thing.nb} ${nb}`, `${thing.en} ${en}`);
    const number = of(item, (it) => ` ${it}`) ?? '';
    return label(`Opplysning${number} ${nb}`, `Information${number} ${en}`);
  };
}
