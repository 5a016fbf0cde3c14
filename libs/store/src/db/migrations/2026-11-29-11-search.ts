import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is searched: texts of cases with their words, and each word once, of which any part is found. */
export class Search1795911060000 implements MigrationInterface {
  readonly name = 'Search1795911060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_text (
        case_id uuid NOT NULL,
        source text NOT NULL
          CONSTRAINT search_text_source CHECK (source IN ('CASE', 'NOTE', 'MESSAGE', 'DOCUMENT')),
        source_id uuid NOT NULL,
        visibility text NOT NULL CONSTRAINT search_text_visibility CHECK (visibility IN ('INTERNAL', 'SHARED')),
        at timestamptz NOT NULL,
        text text NOT NULL,
        words text NOT NULL,
        case_month integer NOT NULL,
        pending uuid,
        claimed_at timestamptz,
        PRIMARY KEY (case_id, source, source_id)
      );
      CREATE INDEX search_text_words ON search_text USING gin (array_append(string_to_array(words, ' '), '@' || case_month::text));
      CREATE INDEX search_text_pending ON search_text (at) WHERE pending IS NOT NULL;
      CREATE TABLE search_word (
        word text PRIMARY KEY
      );
      CREATE INDEX search_word_parts ON search_word USING gin (word gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE search_text, search_word;`);
  }
}
