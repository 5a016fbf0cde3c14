import { EntitySchema } from 'typeorm';
import { primary, text } from '../../db/columns.js';

/** A word of some text that is searched, in which a part is looked for before the texts that have the word. */
export interface SearchWordRow {
  word: string;
}

export const SearchWordTable = new EntitySchema<SearchWordRow>({
  name: 'search_word',
  columns: { word: primary(text) },
  indices: [
    // A GIN index, which TypeORM cannot express.
    { name: 'search_word_parts', columns: ['word'], synchronize: false },
  ],
});
