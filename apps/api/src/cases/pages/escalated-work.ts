import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { managerActsOn } from '#domain/deadline/manager-acts.js';
import { stepFinder } from '#domain/next/next-steps.js';
import type { Actor } from '#domain/model/command.js';
import { resolveSlot } from '#domain/people/resolve-slot.js';
import type { Directory } from '#domain/policy/directory.js';
import type { ProcessDocument } from '#domain/process/process-document.js';
import type { Instant } from '#domain/time.js';
import type { workView } from '#contracts/http/cases/work.js';
import { statesOf } from '#store/cases/lists/states-of-cases.js';
import { escalatedTo, wholeItems } from '#store/cases/lists/work-list.js';
import type { WorkListItem } from '#store/cases/lists/work-list.js';
import { ROLE_OF_MANAGER_SLOT } from '#store/cases/lists/worker.js';
import type { Worker } from '#store/cases/lists/worker.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { actView } from '../views/act-view.js';
import { workItemView } from '../views/work-item-view.js';

type Escalated = Pick<NonNullable<z.infer<typeof workView>['managing']>, 'escalated' | 'moreEscalated'>;

/** My day shows the first; what is acted on goes from the list, so that the rest comes into sight. */
const MOST_SHOWN = 20;
/** So many are looked at to find them: a director's are among those of the leaders below. */
const MOST_READ = 200;

interface EscalatedQuery {
  readonly actor: Actor;
  readonly worker: Worker;
  readonly directory: Directory;
  readonly now: Instant;
  readonly language: Language;
  readonly documentFor: (row: WorkListItem['case']) => Promise<ProcessDocument>;
}

/** Debts of others that were escalated to the person, and on which no manager has acted. */
export async function escalatedWork(manager: EntityManager, query: EscalatedQuery): Promise<Escalated> {
  const { actor, worker, directory, now, language, documentFor } = query;
  const read = await escalatedTo(manager, worker, { limit: MOST_READ });
  const found = read.rows.filter((row) => isEscalatedTo(row, worker, directory));
  const rows = await wholeItems(manager, found.slice(0, MOST_SHOWN));
  const states = await statesOf(
    manager,
    rows.map((row) => row.case.id),
  );
  const escalated = await Promise.all(
    rows.map(async (row) => {
      const document = await documentFor(row.case);
      const state = states.get(row.case.id);
      const finder = state && stepFinder(document, state, directory, now);
      const steps = managerActsOn(document, row.deadline).flatMap((act) => {
        const body = { deadline: row.deadline.id, act };
        const who = document.commands['actOn']?.who ?? [];
        return finder?.offeredOf({ command: 'actOn', body, who }, actor) ?? [];
      });
      const context = { document, directory, language, now, step: null, enquiry: undefined };
      return {
        ...workItemView(row, context),
        acts: steps.flatMap((step) => actView(step, context).act ?? []),
      };
    }),
  );
  return { escalated, moreEscalated: found.length > rows.length || read.next !== null };
}

/** Whether the person is the manager meant, or one of several who may act as that manager. */
function isEscalatedTo({ case: about, deadline, owedBy }: WorkListItem, worker: Worker, directory: Directory): boolean {
  return (deadline.escalatedTo ?? []).some((slot) => {
    const [relation = '', unit] = slot.split(':');
    const hasRole = worker.duties.includes(`${ROLE_OF_MANAGER_SLOT[relation]}@${unit}`);
    const context = {
      case: about,
      directory,
      on: worker.on,
      ...(owedBy.user !== undefined && { debtor: owedBy.user }),
    };
    return hasRole || resolveSlot(slot, context)?.id === worker.user;
  });
}
