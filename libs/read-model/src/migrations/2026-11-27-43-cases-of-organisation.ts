import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For queries of an organisation's cases when its contacts are managed. */
export class CasesOfOrganisation1795737600043 implements MigrationInterface {
  readonly name = 'CasesOfOrganisation1795737600043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX collaboration_organisation ON collaboration (organisation) WHERE organisation IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX collaboration_organisation');
  }
}
