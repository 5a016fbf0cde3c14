import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { profileView } from '#contracts/http/organisations.js';
import { organisationsRepresentedBy } from '#store/organisations/representatives.js';
import { contactDetailsOf } from '#store/people/contact-details.js';
import { Allowed } from '../shared/allowed/allowed.decorator.js';
import { Answers } from '../shared/answers.decorator.js';
import { Caller } from '../shared/caller/caller.decorator.js';
import type { SignedInCaller } from '../shared/caller/caller.decorator.js';
import { DatabaseService } from '../shared/database.service.js';
import { InstallationClockService } from '../shared/installation-clock.service.js';

@Controller('me/profile')
export class ProfileController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
  ) {}

  @Get()
  @Allowed('signed-in')
  @Answers({
    tag: 'Organisations',
    summary: 'What is known of me, and for whom I speak',
    ok: { 200: profileView },
  })
  async show(@Caller() { user }: SignedInCaller): Promise<z.infer<typeof profileView>> {
    const { manager } = this.database;
    const on = await this.installation.today();
    const details = (await contactDetailsOf(manager, [user.id])).get(user.id);
    const represented = user.staff ? [] : await organisationsRepresentedBy(manager, user.id, on);
    return {
      name: user.name,
      email: details?.email ?? null,
      phone: details?.phone ?? null,
      organisations: represented.map(({ number, ...organisation }) => ({
        ...organisation,
        ...(number !== null && { number }),
      })),
    };
  }
}
