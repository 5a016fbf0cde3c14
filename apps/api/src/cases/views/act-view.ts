import type { NextStep } from '#domain/next/next-steps.js';
import type { DeadlineAct } from '#contracts/http/cases/deadline.js';
import type { Directory } from '#domain/policy/directory.js';
import type { Language } from '../../shared/input/language.decorator.js';
import { conciseSchema, nameIn } from './next-view.js';

type Step = Pick<NextStep, 'command' | 'body' | 'input' | 'label' | 'notBefore'>;

/** The button that ends a debt; nothing when nobody can end it now. */
export function actView(
  step: Step | null,
  { language, directory }: { readonly language: Language; readonly directory: Directory },
): { readonly act?: DeadlineAct } {
  if (!step) return {};
  const { command, input, notBefore } = step;
  const label = step.label[language];
  const body = { type: command, ...step.body };
  return {
    act: {
      command,
      body,
      input: conciseSchema(input, language, nameIn(directory)),
      label,
      ...(notBefore !== undefined && { notBefore }),
    },
  };
}

/** The act without the form, which `next` of the case has. */
export function actWithoutForm(...[step, context]: Parameters<typeof actView>): { readonly act?: DeadlineAct } {
  const { act } = actView(step, context);
  if (!act) return {};
  const { input: _form, ...rest } = act;
  return { act: rest };
}
