import type { Case } from '../model/case.js';
import { objectSchema } from './proposed-step.js';
import type { ObjectSchema, PropertySchema } from './proposed-step.js';

/** As the contract's `proof`. */
const MOST_PROOF = 10;

type OfCase = Pick<Case, 'id'>;

/** What shows that something is so; `x-choices` is the address that lists what there is to choose from. */
const proofSchema = ({ id }: OfCase): PropertySchema => ({
  type: 'array',
  title: 'Dokumenter og meldinger som viser det',
  'x-title-en': 'Documents and messages that show it',
  maxItems: MOST_PROOF,
  'x-choices': `/api/v1/collaborations/${id}/proof`,
});

/** The form with the proof, which nobody has to give. */
export const provable = (state: OfCase, { properties, required }: ObjectSchema): ObjectSchema =>
  objectSchema({ ...properties, proof: proofSchema(state) }, [...required]);

/** The form of a package, each part of which can have its proof. */
export const provableParts = (state: OfCase, parts: ObjectSchema): ObjectSchema =>
  objectSchema(
    {
      package: parts,
      proof: objectSchema(
        Object.fromEntries(Object.keys(parts.properties).map((part) => [part, proofSchema(state)])),
        [],
      ),
    },
    ['package'],
  );
