import type { PipeTransform } from '@nestjs/common';
import { refusedWith } from '../problems/refused.js';

/** As bodies have it (`userId`), and nothing that the database could not store. */
const ID = /^[^\p{C}]{1,100}$/u;

/** What is no id of a person is a person who does not exist. */
export class PersonIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!ID.test(id)) throw refusedWith('not-found', 'Personen finnes ikke.');
    return id;
  }
}
