import { label } from '../process/label.js';
import type { ProofRef } from './ids.js';
import type { Label } from '../process/process-document.js';

/**
 * The parts of a handover's package, in reading order (domain.md B0). `required` ones are never left out; what the case does not know of
 * the others is said to be none. `byPeople`: no case knows it.
 */
export const HANDOVER_PARTS = {
  status: { title: label('Formål og status', 'Purpose and status'), required: true },
  need: { title: label('Behovet, uten leverandør', 'The need, without a supplier'), required: false },
  agreements: { title: label('Avtaler som gjelder', 'Agreements in force'), required: false },
  openTasks: { title: label('Åpne oppgaver og løfter', 'Open tasks and promises'), required: true },
  dialogue: { title: label('Dialoglogg', 'Dialogue log'), required: false },
  economy: { title: label('Økonomi', 'Economy'), required: false },
  contacts: { title: label('Kontaktpersoner', 'Contacts'), required: false },
  risks: { title: label('Risiko og hindringer', 'Risks and barriers'), required: false },
  privacy: { title: label('Personvern', 'Personal data'), required: false },
  effect: { title: label('Effektplan og målinger', 'Effect plan and measures'), required: false },
  told: { title: label('Hva entreprenøren har fått vite', 'What the entrepreneur has been told'), required: true },
  firstStep: {
    title: label('Hva mottakeren gjør først', 'What the receiver does first'),
    required: true,
    byPeople: true,
  },
} as const satisfies Readonly<
  Record<string, { readonly title: Label; readonly required: boolean; readonly byPeople?: true }>
>;

export type HandoverPart = keyof typeof HANDOVER_PARTS;

/** What shows that the parts of a package are so. */
export type PartProof = Partial<Readonly<Record<HandoverPart, readonly ProofRef[]>>>;
