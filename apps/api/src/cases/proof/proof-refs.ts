import type { Case, Handover } from '#domain/model/case.js';
import type { ProofRef } from '#domain/model/ids.js';

/** All proof that a case names. */
export function proofRefsOf({ facts, items, questions = [], information = [], handovers }: Case): readonly ProofRef[] {
  return [
    ...facts.map(({ proof }) => proof),
    ...Object.values(items).map(({ proof }) => proof),
    ...questions.map(({ answer }) => answer?.proof),
    ...information.flatMap((request) => request.items.flatMap(({ given }) => given.map(({ proof }) => proof))),
    ...handovers.flatMap(proofOfParts),
  ].flatMap((refs) => refs ?? []);
}

const proofOfParts = ({ proof = {} }: Pick<Handover, 'proof'>) => Object.values(proof);

/** All proof in the data of an event or the body of a command, which name it in `proof`: a list, or a list for each part of a package. */
export function proofIn(data: object): readonly (readonly [pointer: string, ref: ProofRef])[] {
  const { proof } = data as { readonly proof?: readonly ProofRef[] | Readonly<Record<string, readonly ProofRef[]>> };
  if (proof === undefined) return [];
  const lists = Array.isArray(proof)
    ? [['/proof', proof as readonly ProofRef[]] as const]
    : Object.entries(proof as Readonly<Record<string, readonly ProofRef[]>>).map(
        ([part, refs]) => [`/proof/${part}`, refs] as const,
      );
  return lists.flatMap(([at, refs]) => refs.map((ref, index) => [`${at}/${index}`, ref] as const));
}
