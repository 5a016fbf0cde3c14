import { developmentPartner, handlers } from './document-part.js';
import type { CommandType } from '#domain/model/command.js';
import type { CommandRule, GateRule, ItemRule, FactRule, Who } from '#domain/process/process-document.js';

const unique = (who: readonly (readonly Who[])[]): readonly Who[] => [...new Set(who.flat())];

/** Hands on what somebody held who leaves. */
const admin: Who = 'admin@any';

/** Carry the work beside the owner, and look for units that will take part. */
const supporters: readonly Who[] = [
  'mentor@any',
  'mentorkoordinator@any',
  'pilotleder@any',
  'innkjoper@any',
  'jurist@any',
];

/** Meet the entrepreneur while the service runs. */
const operators: readonly Who[] = [
  'driftsansvarlig@any',
  'kontraktsforvalter@any',
  'tilskuddsforvalter@any',
  'evaluator@any',
];

/** Roles that may have several holders, of whom one takes a task. */
const roleHolders: readonly Who[] = [
  'leder@any',
  'kommunalsjef@any',
  'mottak@any',
  'mentorkoordinator@any',
  'innkjoper@any',
  'kontraktsforvalter@any',
  'tilskuddsforvalter@any',
  'evaluator@any',
  'gevinstansvarlig@any',
  'jurist@any',
  'personvern@any',
];

interface CommandTargets {
  readonly gates: Readonly<Record<string, GateRule>>;
  readonly items: Readonly<Record<string, ItemRule>>;
  readonly facts: Readonly<Record<string, FactRule>>;
}

/**
 * Who may give each command. For facts, items and gates this is everyone whom any of them permits; each then checks its
 * own rule.
 */
export function commandRulesOf({ gates, items, facts }: CommandTargets): Readonly<Record<CommandType, CommandRule>> {
  const recorders = { who: unique([...Object.values(facts).map(({ by }) => by), ['debtHolder']]) };
  const deciders = unique(Object.values(gates).map(({ decider }) => decider));
  const tickers = unique([handlers, ...Object.values(items).map(({ by }) => by ?? [])]);
  const receiver = { who: ['receiver'] };
  const asked = { who: ['asked'] };
  const handler = { who: handlers };
  const toEntrepreneur = [...handlers, 'contact'];
  const meets = { who: unique([handlers, ['contact', 'meetingPlanner', 'debtHolder', ...supporters, ...operators]]) };
  const invites = [...handlers, 'mentorkoordinator@any', 'innkjoper@any', 'jurist@any', developmentPartner];
  return {
    // The case's unit assigns within itself; others take the case to their own unit. The command checks which it is.
    assignOwner: { who: [...handlers, 'mottak@any', 'leder@any', 'saksbehandler@any', admin] },
    nameDeputy: { who: ['owner', 'manager', admin] },
    changeContact: { who: [...handlers, admin] },
    // Whoever may only by an outside role in the case invites outside roles only.
    addParty: { who: invites },
    assignRole: { who: unique([handlers, ['mentorkoordinator@any', 'innkjoper@any', admin]]) },
    endParty: { who: [...invites, admin] },
    registerFact: recorders,
    correctFact: recorders,
    retractFact: recorders,
    tickItem: { who: tickers },
    waiveItem: { who: unique([handlers, deciders]) },
    decideGate: { who: deciders },
    askDecision: handler,
    draftHandover: handler,
    sendHandover: handler,
    acknowledgeHandover: receiver,
    acceptHandover: receiver,
    returnHandover: receiver,
    declineHandover: receiver,
    withdrawHandover: handler,
    resolveLapsed: { who: ['manager'] },
    chooseEscalated: { who: ['manager'] },
    askUnit: { who: unique([handlers, ['contact', ...supporters]]) },
    answerQuestion: asked,
    redirectQuestion: asked,
    requestInformation: { who: toEntrepreneur, phases: ['FIRST_CONTACT', 'MENTORING', 'PILOT'] },
    giveInformation: { who: ['entrepreneur', ...toEntrepreneur] },
    acceptInformation: { who: toEntrepreneur },
    returnInformation: { who: toEntrepreneur },
    withdrawInformationRequest: { who: toEntrepreneur },
    planMeeting: meets,
    moveMeeting: meets,
    cancelMeeting: meets,
    holdMeeting: meets,
    // The commands check that it is whoever held the meeting, or has the case.
    correctMeeting: meets,
    withdrawNextStep: meets,
    // The command checks whose step it is; for the entrepreneur whoever has the case may say it.
    completeNextStep: { who: ['stepOwner', 'entrepreneur', ...handlers, 'contact', 'debtHolder'] },
    // The command checks whose manager it takes, and which role.
    actOn: { who: ['manager', 'leder@any', 'kommunalsjef@any'] },
    takeDebt: { who: ['owner', 'deputy', ...roleHolders] },
    // The command checks who owes it.
    askMoreTime: {
      who: unique([
        ['entrepreneur', 'asked', 'approver', 'receiver', 'debtHolder'],
        toEntrepreneur,
        roleHolders,
        supporters,
      ]),
    },
    answerApproval: { who: ['approver'] },
    suspend: handler,
    resume: handler,
    // A rejection with reason and advice, without a gate decision.
    reject: {
      who: ['owner', 'manager', 'leder@interested'],
      phases: ['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT'],
    },
    refer: {
      who: ['owner', 'manager', 'leder@interested'],
      phases: ['FIRST_CONTACT', 'MENTORING', 'PILOT', 'PROCUREMENT'],
    },
    withdraw: { who: ['entrepreneur', ...handlers, 'mottak@any'] },
    stop: { who: ['manager', 'leder@hosting', 'leder@receiving', 'kommunalsjef@hosting', 'kommunalsjef@receiving'] },
    complete: { who: ['owner', 'manager'] },
    reopen: { who: [...handlers, 'mottak@any'] },
    // What was agreed in a meeting is moved by whoever owes it, too.
    extend: { who: [...handlers, 'stepOwner'] },
  };
}
