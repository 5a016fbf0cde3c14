import { Injectable } from '@nestjs/common';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ProcessDocument } from '#domain/process/process-document.js';
import { pointerPart } from '#platform/input/storable-text.js';
import type { InputError } from '#platform/problems/http-refusal.js';
import { refusedWith } from '../../shared/refused.js';

/** Validates a fact's data against the schema in the process version that the case is pinned to. */
@Injectable()
export class FactValidationService {
  private readonly ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor() {
    addFormats.default(this.ajv, { keywords: true });
  }

  /** @throws HttpRefusal 422 `bad-fact`. */
  requireValid(document: ProcessDocument, fact: string, data: unknown): void {
    const rule = Object.hasOwn(document.facts, fact) ? document.facts[fact] : undefined;
    if (!rule)
      throw refusedWith(
        'bad-fact',
        { nb: `Prosessen har ingen opplysning «${fact}».`, en: `The process has no fact "${fact}".` },
        [{ pointer: '/fact', detail: 'is not a fact of this process' }],
      );
    const key = `${document.id}/${document.version}/${fact}`;
    const validate = this.validators.get(key) ?? this.ajv.compile(rule.schema);
    this.validators.set(key, validate);
    if (validate(data)) return;
    throw refusedWith(
      'bad-fact',
      {
        nb: 'Opplysningen er ikke fylt ut slik prosessen krever.',
        en: 'The fact is not filled in as the process requires.',
      },
      (validate.errors ?? []).map(inputErrorOf),
    );
  }
}

function inputErrorOf({ instancePath, message, params, keyword }: ErrorObject): InputError {
  const named: unknown =
    keyword === 'required'
      ? params.missingProperty
      : keyword === 'additionalProperties'
        ? params.additionalProperty
        : undefined;
  const part = typeof named === 'string' ? `/${pointerPart(named)}` : '';
  return { pointer: `/data${instancePath}${part}`, detail: message ?? 'is not accepted' };
}
