import { Controller, Get } from '@nestjs/common';
import type { z } from 'zod';
import { areaList } from '#contracts/http/people/area.js';
import { areasOpenOn } from '#store/people/areas.js';
import { contactDetailsOf } from '#store/people/contact-details.js';
import { Answers } from '../../shared/answers.decorator.js';
import { DatabaseService } from '../../shared/database.service.js';
import { InstallationClockService } from '../../shared/installation-clock.service.js';
import { Public } from '../../shared/caller/signed-in.guard.js';

/** A named person contacts the sender within this time (domain.md F1). */
const REPLY_WITHIN_WORKING_DAYS = 2;

@Controller('areas')
export class AreasController {
  constructor(
    private readonly database: DatabaseService,
    private readonly installation: InstallationClockService,
  ) {}

  @Get()
  @Public()
  @Answers({ tag: 'Enquiries', summary: 'Service areas open for collaboration', ok: { 200: areaList }, public: true })
  async open(): Promise<z.infer<typeof areaList>> {
    const { manager } = this.database;
    const areas = await areasOpenOn(manager, await this.installation.today());
    const people = await contactDetailsOf(
      manager,
      areas.flatMap(({ contact, deputy }) => [contact, deputy]),
    );
    const items = areas.map(({ id, name, text, unit, contact, deputy, openFrom, openTo }) => ({
      id,
      name,
      text,
      unit,
      openFrom,
      openTo,
      contact: { id: contact, name: people.get(contact)?.name ?? contact, phone: people.get(contact)?.phone ?? null },
      deputy: { id: deputy, name: people.get(deputy)?.name ?? deputy },
      replyWithinWorkingDays: REPLY_WITHIN_WORKING_DAYS,
    }));
    return { items, next: null };
  }
}
