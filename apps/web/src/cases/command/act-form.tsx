import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../api/clock.js';
import { dropDraft } from '../../ui/form/drafts.js';
import { laidOver } from '../../ui/form/schema-fields.js';
import { SchemaForm } from '../../ui/form/schema-form.js';
import { localDateOf } from '../../words/dates.js';
import { Checking, Refusal, refusedPointersOf } from './refusal.js';
import { useCommand } from './use-command.js';
import { useStale } from './use-stale.js';
import type { TakenCommand } from './use-command.js';

/** A step that somebody may take: a command, what is known of its body, and what is to be filled in. */
export interface Act {
  readonly command: string;
  readonly body: object;
  readonly input?: object;
  readonly label: string;
}

interface ActFormProps {
  readonly act: Act;
  readonly caseId: string;
  readonly version?: number;
  readonly onTaken: (taken: TakenCommand) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** The form of a step, with its refusal under the button. A fact also has the day on which it happened. */
export function ActForm({ act, caseId, version, onTaken, onCancel, children }: ActFormProps): ReactNode {
  const { t } = useTranslation();
  const today = localDateOf(useNow());
  const draftKey = `${caseId}.${JSON.stringify(act.body)}`;
  const command = useCommand((taken) => {
    dropDraft(draftKey);
    onTaken(taken);
  });
  const { versionNow, strip } = useStale(caseId, version, act.command);
  const submit = (values: Record<string, unknown>): void => {
    const meantFor = versionNow();
    command.mutate({ caseId, body: laidOver(act.body, values), ...(meantFor !== undefined && { version: meantFor }) });
  };
  const day = { type: 'string', format: 'date', title: t('command.on'), default: today, formatMaximum: today };
  return (
    <SchemaForm
      input={act.command === 'registerFact' ? withField(act.input, 'on', day) : act.input}
      draftKey={draftKey}
      submitLabel={act.label}
      today={today}
      isBusy={command.isPending}
      refusedPointers={refusedPointersOf(command.error)}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Checking is={command.isChecking} />
      <Refusal error={command.error} />
      {strip}
      {children}
    </SchemaForm>
  );
}

function withField(input: object | undefined, name: string, field: object): object {
  const { properties = {}, required = [] } = (input ?? {}) as { properties?: object; required?: readonly string[] };
  return { ...input, properties: { ...properties, [name]: field }, required: [...required, name] };
}
