import { minimalBody, deepMerge } from '#domain/next/minimal-body.js';
import { workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { addDays } from '#domain/time.js';
import { collaboration } from '#processes/collaboration/document.js';
import type { Case } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { LocalDate } from '#domain/time.js';
import type { CasePlan } from './plan.js';
import type { Task } from './tasks.js';

/** The command with which somebody does a task, as the case's plan wants it done. */
export function bodyOf(task: Task, state: Case, plan: CasePlan, today: LocalDate): CommandBody {
  const way = task.ways.find((it) => isWanted(it.body, state, plan)) ?? task.ways[0];
  if (!way) throw new Error(`no way to ${task.act}`);
  const body = deepMerge({ type: way.command, ...way.body }, minimalBody(way.input)) as unknown as CommandBody;
  if (body.type === 'reject') return { ...body, individualDecision: plan.personalData };
  if (body.type === 'decideGate') return decisionOf(body, state, plan);
  if (body.type === 'registerFact')
    return { ...body, data: { ...body.data, ...factFields(body.fact, state, plan, today) } };
  return body;
}

const timesOf = ({ marks }: Case, key: string): number => marks.filter((mark) => mark.key === key).length;

function isWanted(body: Readonly<Record<string, unknown>>, state: Case, plan: CasePlan): boolean {
  const data = (body['data'] ?? {}) as Readonly<Record<string, unknown>>;
  if (body['fact'] === 'nextStepChosen') return data['step'] === plan.firstStep;
  if (body['fact'] === 'routeChosen') return data['route'] === plan.route;
  if (body['type'] === 'resolveLapsed') return body['choice'] === plan.lapsedChoice(timesOf(state, 'lapsedResolved'));
  if (body['type'] === 'chooseEscalated') return body['choice'] === plan.escalatedChoice;
  return false;
}

function decisionOf(body: CommandBody & { type: 'decideGate' }, state: Case, plan: CasePlan): CommandBody {
  const times = state.decisions.filter(({ gate }) => gate === state.gate).length;
  const wanted = plan.decisionAt(state.gate, times);
  const isWayOn = wanted.decision === body.decision || (wanted.decision === 'PROCEED' && state.gate === 'G1');
  if (isWayOn && wanted.toPhase === body.toPhase) return body;
  const outcome = collaboration.gates[state.gate].outcomes.find(
    ({ decision, toPhase }) => decision === wanted.decision && toPhase === wanted.toPhase,
  );
  // At G1 the chosen step decides where to; another way there was not what the meeting agreed.
  const isUsedUp = outcome?.maxTimes !== undefined && state.decisions.some((it) => it.decision === outcome.decision);
  if (!outcome || isUsedUp || (state.gate === 'G1' && outcome.toPhase !== undefined)) return body;
  const { route } = body;
  return {
    type: 'decideGate',
    decision: outcome.decision,
    reason: 'text:reason',
    ...(outcome.toPhase && { toPhase: outcome.toPhase }),
    ...(outcome.requiresRoute && { route: route ?? plan.route }),
  };
}

/** The dates and choices that somebody gives besides what is required. */
function factFields(fact: string, state: Case, plan: CasePlan, today: LocalDate): Record<string, unknown> {
  const inDays = (days: number): LocalDate => addDays(today, days);
  const isFirst = !state.facts.some((it) => it.fact === fact);
  switch (fact) {
    case 'pilotStarted':
      return { endsOn: inDays(plan.pilotDays) };
    case 'agreementSigned':
      return {
        startsOn: today,
        endsOn: inDays(plan.agreementDays),
        optionNoticeOn: inDays(Math.floor(plan.agreementDays * 0.6)),
      };
    case 'agreementEnded':
      return isFirst && plan.personalData ? { then: 'EXTEND', newEnd: inDays(200) } : { then: 'END' };
    case 'noticePublished':
      return { tenderDays: 30, validUntil: inDays(120) };
    case 'dpiaScreened':
      return { personalData: plan.personalData };
    case 'baselineRecorded':
      return isFirst && plan.personalData ? { plannedFor: inDays(35) } : {};
    case 'budgetDateSet':
      return { inputBy: inDays(60) };
    case 'delayExplained':
    case 'newDateGiven':
      return { newDate: workingDayOnOrAfter(inDays(14)) };
    default:
      return {};
  }
}
