import type { WhenRuleName } from '#domain/rules/rule-names.js';
import type { Label } from '#domain/process/process-document.js';
import { personView } from '../../people/person-view.js';
import { COMMANDS } from '#domain/case/commands/command-table.js';
import type { CommandType } from '#domain/model/command.js';
import { blockers } from '#domain/gate/blockers.js';
import type { Blocker } from '#domain/gate/blockers.js';
import { checklist } from '#domain/gate/checklist.js';
import type { ChecklistEntry } from '#domain/gate/checklist.js';
import { proofViews } from '../proof/shown-proof.js';
import { partyView } from './deadline-view.js';
import { labelOf } from './case-context.js';
import type { CaseContext } from './case-context.js';

/** The gate that the case stands at; outside only what was decided at it. */
export function gateView(context: CaseContext) {
  const { document, state, language, texts, reads } = context;
  const isInside = reads.has('internal');
  const { decision } = state;
  return {
    id: state.gate,
    label: labelOf(document.gates[state.gate], state.gate, language),
    decision: decision && {
      decision: decision.decision,
      ...(decision.toPhase !== undefined && { toPhase: decision.toPhase }),
      ...(isInside && decision.route !== undefined && { route: decision.route }),
      at: decision.at,
      by: decision.by,
      byName: decision.by === null ? null : personView(context.directory, decision.by).name,
      reason: textOf(texts, decision.reason),
    },
    blockers: (isInside ? blockers(document, state) : []).map((blocker) => blockerView(blocker, context)),
  };
}

function blockerView({ code, item, owedBy, since, unblock, until }: Blocker, context: CaseContext) {
  const { document, language } = context;
  const label = item === undefined ? code : labelOf(document.items[item], item, language);
  const command = COMMANDS[unblock.command as CommandType].label[language];
  const fact = unblock.fact === undefined ? undefined : labelOf(document.facts[unblock.fact], unblock.fact, language);
  return {
    code,
    ...(item !== undefined && { item }),
    label,
    owedBy: partyView(owedBy, context),
    since,
    ...(until !== undefined && { until }),
    unblock: { ...unblock, text: `${command} «${fact ?? label}»` },
  };
}

export function checklistView(context: CaseContext) {
  return checklist(context.document, context.state).map((entry) => entryView(entry, context));
}

function entryView(entry: ChecklistEntry, context: CaseContext) {
  const { item, requirement, state, by, at, reason, reference, why } = entry;
  const shown = proofViews(context.proof, entry.proof);
  const rule = context.document.items[item];
  const text =
    reason === undefined
      ? why && WHY_NOT_APPLICABLE[why as WhenRuleName][context.language]
      : (textOf(context.texts, reason) ?? undefined);
  const proof = reference === undefined ? null : textOf(context.texts, reference);
  return {
    item,
    label: labelOf(rule, item, context.language),
    requirement,
    state,
    ...(by && { by, byName: personView(context.directory, by).name }),
    ...(at !== undefined && { at }),
    ...(text !== undefined && { reason: text }),
    ...(proof !== null && { reference: proof }),
    ...(shown && { proof: shown }),
    ...(rule?.source !== undefined && { source: rule.source }),
  };
}

/** In words, why an item does not apply: the rule that says when it does. */
const WHY_NOT_APPLICABLE: Readonly<Record<WhenRuleName, Label>> = {
  aidGiven: { nb: 'Det er ikke gitt støtte i saken.', en: 'No aid is given in the case.' },
  personalData: { nb: 'Det behandles ikke personopplysninger.', en: 'No personal data are processed.' },
  paidRoute: {
    nb: 'Veien som er valgt, koster ikke kommunen noe.',
    en: 'The way chosen costs the municipality nothing.',
  },
  noticeRequired: { nb: 'Veien som er valgt, skal ikke kunngjøres.', en: 'The way chosen needs no notice.' },
  standstillRequired: { nb: 'Veien som er valgt, har ingen karensperiode.', en: 'The way chosen has no standstill.' },
  outsideAgreement: {
    nb: 'Kommunen driver dette selv, og har ingen å inngå avtale med.',
    en: 'The municipality runs this itself, and has nobody to sign with.',
  },
  signedWithoutStandstill: {
    nb: 'Veien som er valgt, har en karensperiode eller ingen avtale.',
    en: 'The way chosen has a standstill or no agreement.',
  },
  handlerDisqualified: { nb: 'Den som har saken, er habil.', en: 'Whoever has the case is impartial.' },
  noLetterReader: { nb: 'Entreprenøren får brevet fra Stafett.', en: 'The entrepreneur gets the letter from Stafett.' },
  entrepreneurKnown: { nb: 'Ingen entreprenør er kjent i saken.', en: 'No entrepreneur is known in the case.' },
  receiverMissing: { nb: 'Enheten som tar imot, er funnet.', en: 'The unit that receives is found.' },
  operationGoesOn: { nb: 'Driften er avsluttet.', en: 'The operation has ended.' },
  pilotGoesOn: { nb: 'Piloten er avsluttet.', en: 'The pilot has ended.' },
  moreDataPoints: { nb: 'Målingene som trengs, er registrert.', en: 'The measures that are needed are registered.' },
};

function textOf(texts: ReadonlyMap<string, unknown>, key: string): string | null {
  const text = texts.get(key);
  return typeof text === 'string' ? text : null;
}
