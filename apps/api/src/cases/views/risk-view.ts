import { keyPersonRisks } from '#domain/policy/key-person-risks.js';
import type { RiskCode, RiskContext } from '#domain/policy/key-person-risks.js';
import type { Label } from '#domain/process/process-document.js';
import type { Language } from '../../shared/input/language.decorator.js';

const LABELS: Readonly<Record<RiskCode, Label>> = {
  NO_DEPUTY: { nb: 'Saken har ingen stedfortreder', en: 'The case has no deputy' },
  OWNER_LEFT: { nb: 'Den som har saken, har sluttet', en: 'The one who has the case has left' },
  OWNER_AWAY: { nb: 'Den som har saken er borte, og ingen dekker', en: 'The one who has the case is away uncovered' },
  CONTACT_LEFT: { nb: 'Kontaktpersonen har sluttet', en: 'The contact has left' },
  CONTACT_AWAY: { nb: 'Kontaktpersonen er borte', en: 'The contact is away' },
  OVERLOADED: { nb: 'Den som har saken, har for mange saker', en: 'The one who has the case has too many' },
};

/** The risks of a case that depends on one person (domain.md A07). */
export function riskViews(state: Parameters<typeof keyPersonRisks>[0], ground: RiskContext, language: Language) {
  return keyPersonRisks(state, ground).map(({ code, person }) => ({
    code,
    label: LABELS[code][language],
    ...(person !== undefined && { person }),
  }));
}
