import { workingDayOnOrAfter, workingDayOnOrBefore } from '#domain/calendar/working-days.js';
import { osloDateOf } from '#domain/calendar/oslo-time.js';
import { addDays, daysBetween } from '#domain/time.js';
import { isOpen } from '#domain/model/case.js';
import { managerOf, superiorOf } from '#domain/people/directory-lookup.js';
import type { Case, UserId } from '#domain/model/case.js';
import type { CommandBody } from '#domain/model/command.js';
import type { MeetingRef } from '#domain/model/meetings.js';
import type { Directory } from '#domain/policy/directory.js';
import type { LocalDate } from '#domain/time.js';
import type { Happening } from './plan.js';

/** Whether the day has come on which it happens. */
export function happensOn(happening: Happening, state: Case, today: LocalDate): boolean {
  if (happening.in === 'CLOSED')
    return state.closedAt !== undefined && daysBetween(osloDateOf(state.closedAt), today) >= happening.afterDays;
  if (!isOpen(state) || state.phase !== happening.in || state.state === 'SUSPENDED') return false;
  return daysBetween(osloDateOf(state.phaseSince), today) >= happening.afterDays;
}

/** The commands that tell the case what has happened, each by the first of them who may. */
export function commandsOf(
  { kind, afterDays }: Happening,
  state: Case,
  directory: Directory,
  today: LocalDate,
): readonly { readonly by: readonly UserId[]; readonly body: CommandBody }[] {
  const manager = managerOf(directory, state.unit)?.id ?? 'kommunedirektor';
  const director = superiorOf(directory, state.unit)?.id ?? 'kommunedirektor';
  const staff = [state.owner, manager, director];
  const fact = (name: string, data: Record<string, unknown> = {}, by: readonly UserId[] = staff) => [
    { by, body: { type: 'registerFact', fact: name, data } as const },
  ];
  switch (kind) {
    case 'informationWanted':
      return informationWanted(state, staff, workingDayOnOrAfter(addDays(today, 35)), afterDays % 2 === 0);
    case 'meetingPlanned': {
      const on = workingDayOnOrAfter(addDays(today, 8));
      return [{ by: staff, body: { type: 'planMeeting', template: 'FREE', on, at: '10:00' } }];
    }
    case 'agreedInMeeting':
      return [{ by: staff, body: heldWith(state, today) }];
    case 'officeGranted':
      return fact('officeGranted', { until: addDays(today, 75), unit: state.unit, marketValueNok: 15_000 });
    case 'adviceGranted':
      return fact('adviceGranted', { hours: 10 });
    case 'mentorAway':
      return fact('mentorAbsent', { until: addDays(today, 60) });
    case 'mentoringEnds':
      return fact('mentoringEnded');
    case 'contactLeaves':
      return fact('contactLeft');
    case 'pause':
      return suspend(staff, [manager, director], state, workingDayOnOrAfter(addDays(today, 30)));
    case 'longPause':
      return suspend(staff, [manager, director], state, workingDayOnOrBefore(addDays(today, 178)));
    case 'accessRequest':
      return fact('accessRequested');
    case 'dataBreach':
      return fact('dataBreachDiscovered');
    case 'deviation':
      return fact('deviationReported', {}, [state.entrepreneur ?? state.owner, ...staff]);
    case 'receiverWithdraws':
      return fact('receivingUnitWithdrew', { reason: 'text:reason' });
    case 'kofaComplaint':
      return fact('kofaReceived', { answerWorkingDays: 10 }, ['innkjoper', ...staff]);
    case 'transfer':
      return transferTo('kultur', 'leder.kultur', staff);
    case 'withdrawn':
      return [{ by: [state.entrepreneur ?? state.owner], body: { type: 'withdraw', reason: 'text:reason' } }];
    case 'stopped':
      return [{ by: [manager, director], body: { type: 'stop', reason: 'text:reason' } }];
    case 'reopened':
      return [{ by: staff, body: { type: 'reopen', reason: 'text:reason' } }];
    case 'complaint':
      return fact('complaintReceived', {}, [state.entrepreneur ?? state.owner, ...staff]);
  }
}

/** Some who are asked for papers need longer than they are given. */
function informationWanted(
  { information = [], entrepreneur }: Case,
  by: readonly UserId[],
  until: LocalDate,
  needsLonger: boolean,
) {
  const what = ['text:budget', 'text:plan'];
  const deadline = `information.answer:i${information.length + 1}`;
  const body = { type: 'askMoreTime', deadline, until, reason: 'text:reason' } as const;
  return [
    { by, body: { type: 'requestInformation', what } as const },
    ...(needsLonger && entrepreneur !== null ? [{ by: [entrepreneur], body }] : []),
  ];
}

function suspend(by: readonly UserId[], approvers: readonly UserId[], state: Case, resumeOn: LocalDate) {
  const approvedBy = approvers.find((it) => it !== state.owner) ?? 'kommunedirektor';
  return [{ by, body: { type: 'suspend', reason: 'text:reason', resumeOn, approvedBy } as const }];
}

/** What is agreed by whoever has the case, by another unit, and by the entrepreneur where there is one. */
function heldWith(state: Case, today: LocalDate): CommandBody {
  const agreed = (owner: MeetingRef, days: number) => ({
    what: 'text:what',
    owner,
    by: workingDayOnOrAfter(addDays(today, days)),
  });
  return {
    type: 'holdMeeting',
    template: 'FREE',
    on: today,
    present: [{ entrepreneur: true }],
    nextSteps: [
      agreed({ person: state.owner }, 12),
      agreed({ unit: 'kultur' }, 20),
      ...(state.entrepreneur === null ? [] : [agreed({ entrepreneur: true }, 15)]),
    ],
  };
}

function transferTo(unit: string, person: UserId, by: readonly UserId[]) {
  const receivers = [{ unit, person }];
  const body = { type: 'draftHandover', purpose: 'TRANSFER', receivers, package: 'text:package' } as const;
  return [
    { by, body },
    { by, body: { type: 'sendHandover' } as const },
  ];
}
