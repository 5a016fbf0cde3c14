import { developmentPartner, handlers } from './part.js';
import type { CommandType } from '#domain/model/command.js';
import type { CommandRule, GateRule, ItemRule, FactRule, Who } from '#domain/process/core.js';

const unique = (who: readonly (readonly Who[])[]): readonly Who[] => [...new Set(who.flat())];

/** Hands on what somebody held who leaves. */
const admin: Who = 'admin@any';

interface Acts {
  readonly gates: Readonly<Record<string, GateRule>>;
  readonly items: Readonly<Record<string, ItemRule>>;
  readonly facts: Readonly<Record<string, FactRule>>;
}

/**
 * Who may give each command. Facts, items and gates narrow it further, each by its own rule; here stand all whom any of
 * them lets in.
 */
export function commandsOf({ gates, items, facts }: Acts): Readonly<Record<CommandType, CommandRule>> {
  const recorders = { who: unique(Object.values(facts).map(({ by }) => by)) };
  const deciders = unique(Object.values(gates).map(({ decider }) => decider));
  const tickers = unique([handlers, ...Object.values(items).map(({ by }) => by ?? [])]);
  const receiver = { who: ['receiver'] };
  const handler = { who: handlers };
  const invites = [...handlers, 'mentorkoordinator@any', 'innkjoper@any', 'jurist@any', developmentPartner];
  return {
    // Inside the case's unit, or by the unit that takes it: the command itself tells the two apart.
    assignOwner: { who: [...handlers, 'mottak@any', 'leder@any', 'saksbehandler@any', admin] },
    nameDeputy: { who: ['owner', 'manager', admin] },
    changeContact: { who: [...handlers, admin] },
    addParty: { who: invites },
    endParty: { who: [...invites, admin] },
    registerFact: recorders,
    correctFact: recorders,
    retractFact: recorders,
    tickItem: { who: tickers },
    waiveItem: { who: unique([handlers, deciders]) },
    decideGate: { who: deciders },
    draftHandover: handler,
    sendHandover: handler,
    acknowledgeHandover: receiver,
    acceptHandover: receiver,
    returnHandover: receiver,
    declineHandover: receiver,
    withdrawHandover: handler,
    suspend: handler,
    resume: handler,
    // A light no: reason and advice, no gate.
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
    extend: handler,
  };
}
