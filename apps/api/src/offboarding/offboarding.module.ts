import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { PeopleModule } from '../people/people.module.js';
import { CaseTransferService } from './case-transfer.service.js';
import { DeparturesController } from './departures.controller.js';
import { DeparturesService } from './departures.service.js';
import { MovesController } from './moves.controller.js';
import { MovesService } from './moves.service.js';

@Module({
  imports: [PeopleModule, CasesModule],
  controllers: [DeparturesController, MovesController],
  providers: [CaseTransferService, DeparturesService, MovesService],
})
export class OffboardingModule {}
