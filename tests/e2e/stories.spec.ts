import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { CaseView } from '#contracts/http/cases/case.js';
import type { DeadlineView, deadlineExplanationView } from '#contracts/http/cases/deadline.js';
import { until } from '#infra/up/shared/wait.js';
import type { ApiClient, TimelineEvent } from '#support/api-client.js';
import type { TestInstallation } from '#support/test-installation.js';
import { daysAfter, osloDate, osloTime, workingDayOnOrAfter, workingDaysAfter } from './dates.js';
import { sendEnquiry } from './send-enquiry.js';
import { fastInstallation } from './fast-installation.js';

let installation: TestInstallation;
let mottak: ApiClient;
beforeAll(async () => {
  ({ stafett: installation } = await fastInstallation());
  mottak = await installation.signIn('mottak');
}, 180_000);

const handoverPackage = { status: 'Hva saken gjelder og hvor den står.', firstStep: 'Ring den sosiale entreprenøren.' };

/** Event types without deadlines and other events of the clock. */
const typesWithoutClock = (events: readonly TimelineEvent[]) =>
  events.map(({ type }) => type).filter((type) => !/^(deadline|reminderDue|escalat)/.test(type));

/** Finds the deadline opened with the case that is owed to the entrepreneur and has this count and calendar. */
async function promiseFinder(
  client: ApiClient,
  id: string,
): Promise<(count: number, calendar: string) => Promise<DeadlineView>> {
  return async (count, calendar) => {
    const { items } = await client.get<{ items: DeadlineView[] }>(`/collaborations/${id}/deadlines`);
    for (const deadline of items.filter((it) => it.owedTo.party === 'ENTREPRENEUR')) {
      const { basis, ...why } = await whyOf(client, id, deadline);
      if (basis.event === 1 && why.count === count && why.calendar === calendar) return deadline;
    }
    throw new Error(`no promise of ${count} ${calendar}`);
  };
}

function whyOf(
  client: ApiClient,
  id: string,
  deadline: DeadlineView,
): Promise<z.infer<typeof deadlineExplanationView>> {
  return client.get(`/collaborations/${id}/deadlines/${encodeURIComponent(deadline.id)}/why`);
}

const batonOf = ({ owner, unit, phase }: CaseView) => ({ owner: owner.id, unit, phase });

describe('a transfer', () => {
  it('that is declined goes back: the sender has the baton all the time, and owes another receiver', async () => {
    const id = await sendEnquiry(installation, 'Turgruppa', 'arbeid-og-inkludering');
    const before = { owner: 'mottak', unit: 'nav', phase: 'FIRST_CONTACT' };
    const to = (unit: string) => ({
      type: 'draftHandover',
      purpose: 'TRANSFER',
      receivers: [{ unit, person: `leder.${unit}` }],
      package: handoverPackage,
    });
    await mottak.submit(id, to('helse'));
    expect(batonOf(await mottak.submit(id, { type: 'sendHandover' }))).toEqual(before);

    const helse = await installation.signIn('leder.helse');
    await helse.submit(id, { type: 'acknowledgeHandover' });
    const words = { reason: 'Vi har ikke kapasitet i år.', alternative: 'Oppvekst har et slikt tilbud.' };
    const declined = await helse.submit(id, { type: 'declineHandover', ...words });
    expect(batonOf(declined)).toEqual(before);
    expect(declined.handover).toMatchObject({ state: 'DECLINED', receivers: [{ state: 'DECLINED', ...words }] });
    const since = declined.handover?.endedAt;
    const debt = declined.deadlines.find((it) => it.since === since && it.nature === 'DEBT' && it.state === 'OPEN');
    expect(debt).toMatchObject({ owedBy: { party: 'MUNICIPALITY' }, calendar: 'WORKING_DAYS_EEA' });
    expect(debt?.dueOn).toBe(workingDaysAfter(osloDate(since ?? ''), 10));

    await mottak.submit(id, to('oppvekst'));
    await mottak.submit(id, { type: 'sendHandover' });
    const oppvekst = await installation.signIn('leder.oppvekst');
    const accepted = await oppvekst.submit(id, { type: 'acceptHandover' });
    expect(batonOf(accepted)).toEqual({ owner: 'leder.oppvekst', unit: 'oppvekst', phase: 'FIRST_CONTACT' });
    expect(accepted.deadlines.map((it) => it.id)).not.toContain(debt?.id);
    const { items: all } = await oppvekst.get<{ items: DeadlineView[] }>(`/collaborations/${id}/deadlines`);
    expect(all.find((it) => it.id === debt?.id)).toMatchObject({ state: 'MET' });
    expect(typesWithoutClock(await oppvekst.timeline(id))).toEqual([
      'enquiryReceived',
      'receiptSent',
      'handoverDrafted',
      'handoverSent',
      'handoverAcknowledged',
      'handoverDeclined',
      'handoverDrafted',
      'handoverSent',
      'handoverAcknowledged',
      'handoverAccepted',
      'handoverCompleted',
      'ownerAssigned',
    ]);
  }, 60_000);
});

describe('a handover with two receivers', () => {
  it("that one of them returns is kept by the sender; the other's acceptance is kept, and both are asked again", async () => {
    const id = await sendEnquiry(installation, 'Middagsbordet', 'helse-og-mestring');
    const sender = await installation.signIn('saksbehandler.helse');
    const manager = await installation.signIn('leder.helse');
    const officer = await installation.signIn('innkjoper');
    await manager.submit(id, { type: 'assignOwner', owner: 'saksbehandler.helse' });
    const skipToProcurement = {
      type: 'decideGate',
      decision: 'PROCEED',
      toPhase: 'PROCUREMENT',
      reason: 'Løsningen finnes allerede.',
    };
    const decided = await manager.submit(id, skipToProcurement);
    const [step] = decided.next;
    expect([step?.command, step?.by[0]?.user]).toEqual(['draftHandover', 'saksbehandler.helse']);
    const draft = { ...step?.body, type: 'draftHandover', package: handoverPackage };
    await sender.submit(id, draft);
    await sender.submit(id, { type: 'sendHandover' });

    await manager.submit(id, { type: 'acceptHandover' });
    const gaps = ['Behovet er skrevet rundt leverandøren.', 'Dialogloggen mangler.'];
    const returned = await officer.submit(id, { type: 'returnHandover', gaps });
    expect(batonOf(returned)).toEqual({ owner: 'saksbehandler.helse', unit: 'helse', phase: 'FIRST_CONTACT' });
    expect(returned.handover).toMatchObject({
      state: 'RETURNED',
      receivers: [
        { person: 'innkjoper', state: 'RETURNED', gaps },
        { person: 'leder.helse', state: 'ACCEPTED' },
      ],
    });

    const again = await sender.submit(id, draft);
    const receivers = again.handover?.receivers.map(({ person, state, hadAccepted }) => ({
      person,
      state,
      hadAccepted,
    }));
    expect(receivers).toEqual([
      { person: 'innkjoper', state: 'WAITING', hadAccepted: undefined },
      { person: 'leder.helse', state: 'WAITING', hadAccepted: true },
    ]);
    await sender.submit(id, { type: 'sendHandover' });
    const afterOneAcceptance = await officer.submit(id, {
      type: 'acceptHandover',
      conditions: 'Budsjettet må bekreftes.',
    });
    expect(batonOf(afterOneAcceptance)).toEqual({
      owner: 'saksbehandler.helse',
      unit: 'helse',
      phase: 'FIRST_CONTACT',
    });
    const afterBoth = await manager.submit(id, { type: 'acceptHandover' });
    expect(batonOf(afterBoth)).toEqual({ owner: 'leder.helse', unit: 'helse', phase: 'PROCUREMENT' });
    expect(typesWithoutClock(await manager.timeline(id)).slice(2)).toEqual([
      'ownerAssigned',
      'gateDecided',
      'handoverReady',
      'handoverDrafted',
      'handoverSent',
      'handoverAcknowledged',
      'handoverAccepted',
      'handoverReturned',
      'handoverDrafted',
      'handoverSent',
      'handoverAcknowledged',
      'handoverAccepted',
      'handoverAcknowledged',
      'handoverAccepted',
      'handoverCompleted',
      'phaseEntered',
      'roleAssigned',
      'ownerAssigned',
    ]);
  }, 60_000);
});

describe('a meeting registered a week late', () => {
  it('meets what it should have met; corrected and retracted, the deadlines follow each time, and what was sent stays sent', async () => {
    const id = await sendEnquiry(installation, 'Verkstedet', 'kultur-og-fritid');
    const findPromise = await promiseFinder(mottak, id);
    const contact = await findPromise(2, 'WORKING_DAYS_EEA');
    const meeting = await findPromise(15, 'WORKING_DAYS_EEA');
    const heldOn = daysAfter(osloDate(contact.since), 1);
    await installation.waitUntil(`${daysAfter(heldOn, 8)}T00:00:00Z`);
    const breached = async (): Promise<DeadlineView> => {
      const now = await findPromise(2, 'WORKING_DAYS_EEA');
      if (now.state !== 'BREACHED' || now.reminders.length < 3) throw new Error(`contact is ${now.state}`);
      return now;
    };
    const { reminders } = await until(breached, { withinMs: 60_000, everyMs: 200 });
    const contactAndMeeting = async () =>
      [await findPromise(2, 'WORKING_DAYS_EEA'), await findPromise(15, 'WORKING_DAYS_EEA')] as const;
    const newest = async (type: string) => (await mottak.timeline(id)).findLast((it) => it.type === type);

    await mottak.submit(id, { type: 'registerFact', fact: 'meetingHeld', on: heldOn, data: {} });
    const fact = await newest('factRegistered');
    expect([osloDate(fact?.at ?? ''), osloTime(fact?.at ?? '')]).toEqual([heldOn, '12:00']);
    expect(Date.parse(fact?.recordedAt ?? '') - Date.parse(fact?.at ?? '')).toBeGreaterThan(7 * 86_400_000);
    expect(await contactAndMeeting()).toMatchObject([
      { state: 'MET', metAt: fact?.at },
      { state: 'MET', metAt: fact?.at },
    ]);

    const tooLate = daysAfter(contact.dueOn, 1);
    const correct = { type: 'correctFact', event: fact?.seq, on: tooLate, reason: 'Feil dato i referatet.' };
    await mottak.submit(id, correct);
    const corrected = await newest('factCorrected');
    const [late, stillMet] = await contactAndMeeting();
    expect([late.state, osloDate(late.metAt ?? '')]).toEqual(['BREACHED', tooLate]);
    expect([stillMet.state, osloDate(stillMet.metAt ?? '')]).toEqual(['MET', tooLate]);

    const stale = await mottak.post(`/collaborations/${id}/commands`, correct);
    expect([stale.status, stale.body.code, stale.body.newer]).toEqual([409, 'superseded', corrected?.seq]);

    await mottak.submit(id, { type: 'retractFact', event: corrected?.seq, reason: 'Møtet ble avlyst.' });
    const [owed, openAgain] = await contactAndMeeting();
    expect([owed.state, owed.metAt, openAgain.state, openAgain.metAt]).toEqual([
      'BREACHED',
      undefined,
      'OPEN',
      undefined,
    ]);
    expect(owed.reminders.slice(0, reminders.length)).toEqual(reminders);

    const about = new Set([contact.id, meeting.id]);
    const deadlineEvents = (await mottak.timeline(id)).filter(
      ({ type, data }) =>
        type.startsWith('fact') || (/^deadline(Met|Reopened)/.test(type) && about.has(String(data.deadline))),
    );
    expect(deadlineEvents.map(({ type }) => type)).toEqual([
      'factRegistered',
      'deadlineMet',
      'deadlineMet',
      'factCorrected',
      'deadlineMet',
      'deadlineMet',
      'factRetracted',
      'deadlineReopened',
      'deadlineReopened',
    ]);
  }, 120_000);
});

describe('a case suspended across a legal and a practice deadline', () => {
  it('moves only the practice one, by exactly the pause; the legal one is reminded of and breached meanwhile', async () => {
    const id = await sendEnquiry(installation, 'Sommerleiren', 'barn-og-unge');
    const findPromise = await promiseFinder(mottak, id);
    const legal = await findPromise(1, 'MONTHS');
    const practice = await findPromise(15, 'WORKING_DAYS_EEA');
    expect([legal.effect, practice.effect]).toEqual(['LEGAL', 'PRACTICE']);
    const resumeOn = workingDayOnOrAfter(daysAfter(legal.dueOn, 3));
    const reason = 'Venter på budsjettet.';
    const asked = await mottak.submit(id, { type: 'suspend', reason, resumeOn, approvedBy: 'leder.oppvekst' });
    const manager = await installation.signIn('leder.oppvekst');
    const approval = asked.approvals[0]?.id;
    const waiting = await manager.submit(id, { type: 'answerApproval', approval, yes: true, reason });
    expect(waiting.state).toBe('SUSPENDED');
    expect(waiting.next[0]).toMatchObject({ command: 'resume' });

    await installation.waitUntil(legal.dueAt);
    const breached = async (): Promise<DeadlineView> => {
      const now = await findPromise(1, 'MONTHS');
      if (now.state !== 'BREACHED') throw new Error(`the legal deadline is ${now.state}`);
      return now;
    };
    const missed = await until(breached, { withinMs: 20_000, everyMs: 200 });
    expect(missed).toMatchObject({ dueOn: legal.dueOn, dueAt: legal.dueAt });
    expect(missed.reminders).toHaveLength(2);
    expect(await findPromise(15, 'WORKING_DAYS_EEA')).toMatchObject({ state: 'PAUSED', reminders: [] });

    await mottak.submit(id, { type: 'resume' });
    const events = await mottak.timeline(id);
    const dayOf = (type: string) => osloDate(events.find((it) => it.type === type)?.at ?? '');
    const pause = { from: daysAfter(dayOf('caseSuspended'), 1), to: dayOf('caseResumed') };
    const moved = await findPromise(15, 'WORKING_DAYS_EEA');
    const expected = workingDaysAfter(osloDate(practice.since), 15, pause);
    expect(expected > pause.to).toBe(true);
    expect(moved).toMatchObject({ state: 'OPEN', dueOn: expected });
    expect(await whyOf(mottak, id, moved)).toMatchObject({
      paused: expect.arrayContaining([pause]),
      moved: [{ from: practice.dueOn, to: expected }],
    });
    const stands = await findPromise(1, 'MONTHS');
    expect(stands).toMatchObject({ state: 'BREACHED', dueOn: legal.dueOn, dueAt: legal.dueAt });
    expect(await whyOf(mottak, id, stands)).toMatchObject({ paused: [], moved: [] });

    const about = (deadline: DeadlineView) =>
      events.filter(({ data }) => data.deadline === deadline.id).map(({ type }) => type);
    expect(about(practice)).toEqual(['deadlinePaused', 'deadlineMoved', 'deadlineResumed']);
    expect(about(legal)).toEqual(['reminderDue', 'escalated', 'deadlineBreached']);
    const suspensionEvents = typesWithoutClock(events).filter((type) => type.startsWith('case'));
    expect(suspensionEvents).toEqual(['caseSuspended', 'caseResumed']);
  }, 120_000);
});
