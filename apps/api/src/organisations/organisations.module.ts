import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { ProcessModule } from '../process/process.module.js';
import { ContactAccessService } from './contact-access.service.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsService } from './contacts.service.js';
import { ProfileController } from './profile.controller.js';
import { OrganisationsController } from './organisations.controller.js';

@Module({
  imports: [AccessModule, CasesModule, ProcessModule],
  controllers: [OrganisationsController, ContactsController, ProfileController],
  providers: [ContactAccessService, ContactsService],
})
export class OrganisationsModule {}
