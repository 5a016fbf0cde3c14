import type { Deadline } from '../model/case.js';
import type { Label, ProcessDocument } from '../process/process-document.js';

const PROMISE = '{promise}';

/** What a debt is called. */
export function debtLabel(
  document: Pick<ProcessDocument, 'deadlines'>,
  { kind, basis }: Pick<Deadline, 'kind'> & { readonly basis: Pick<Deadline['basis'], 'about'> },
): Label | undefined {
  return deadlineLabel(document, `${kind}:${basis.about?.id ?? ''}`);
}

/** What a deadline is called for the entrepreneur: as it was promised, where it is a promise. */
export function promisedLabel(document: Pick<ProcessDocument, 'deadlines'>, id: string): Label | undefined {
  const [kind = ''] = id.split(':');
  return document.deadlines[kind]?.promise ?? deadlineLabel(document, id);
}

/**
 * What a deadline is called. `{promise}` in the document's label stands for the label of the promise that it is about.
 * @param id  `<kind>`, or `<kind>:<what it is about>` as instance ids hold it.
 * @returns undefined when the document has no such deadline.
 */
export function deadlineLabel(document: Pick<ProcessDocument, 'deadlines'>, id: string): Label | undefined {
  const [kind = '', ...about] = id.split(':');
  const label = document.deadlines[kind]?.label;
  if (!label?.nb.includes(PROMISE)) return label;
  const promise = deadlineLabel(document, about.join(':'));
  return {
    nb: label.nb.replace(PROMISE, promise?.nb ?? 'løftet'),
    en: label.en.replace(PROMISE, promise?.en ?? 'the promise'),
  };
}
