import type { CommandType } from '#domain/model/command.js';
import type { Label } from '#domain/process/process-document.js';

/** The text of the button that gives the command. */
export const COMMAND_LABELS: Readonly<Record<CommandType, Label>> = {
  assignOwner: { nb: 'Sett saksbehandler', en: 'Assign a case handler' },
  nameDeputy: { nb: 'Utpek stedfortreder', en: 'Name a deputy' },
  changeContact: { nb: 'Bytt kontaktperson', en: 'Change the contact person' },
  registerFact: { nb: 'Registrer', en: 'Register' },
  correctFact: { nb: 'Rett opplysning', en: 'Correct a fact' },
  retractFact: { nb: 'Trekk opplysning tilbake', en: 'Retract a fact' },
  tickItem: { nb: 'Kryss av', en: 'Tick off' },
  waiveItem: { nb: 'Fravik', en: 'Waive' },
  decideGate: { nb: 'Ta beslutning', en: 'Decide' },
  draftHandover: { nb: 'Skriv overlevering', en: 'Draft the handover' },
  sendHandover: { nb: 'Send overlevering', en: 'Send the handover' },
  acknowledgeHandover: { nb: 'Bekreft mottatt', en: 'Acknowledge' },
  acceptHandover: { nb: 'Overta', en: 'Accept' },
  returnHandover: { nb: 'Send tilbake', en: 'Return' },
  declineHandover: { nb: 'Takk nei', en: 'Decline' },
  withdrawHandover: { nb: 'Trekk overleveringen', en: 'Withdraw the handover' },
  suspend: { nb: 'Sett på vent', en: 'Suspend' },
  resume: { nb: 'Ta av vent', en: 'Resume' },
  reject: { nb: 'Gå ikke videre', en: 'Do not go on' },
  refer: { nb: 'Vis videre', en: 'Refer elsewhere' },
  withdraw: { nb: 'Trekk saken', en: 'Withdraw' },
  stop: { nb: 'Stans', en: 'Stop' },
  complete: { nb: 'Fullfør', en: 'Complete' },
  reopen: { nb: 'Gjenåpne', en: 'Reopen' },
  extend: { nb: 'Gi ny frist', en: 'Extend the deadline' },
  addParty: { nb: 'Legg til en deltaker', en: 'Add a participant' },
  endParty: { nb: 'Avslutt en deltakers rolle', en: "End a participant's role" },
};
