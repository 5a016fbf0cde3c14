import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ProcessModule } from '../process/process.module.js';
import { ErasureController } from './erasure.controller.js';
import { ErasureService } from './erasure.service.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataService } from './personal-data.service.js';
import { SensitivityController } from './sensitivity.controller.js';

@Module({
  imports: [PeopleModule, CasesModule, ProcessModule],
  controllers: [SensitivityController, PersonalDataController, ErasureController],
  providers: [PersonalDataService, ErasureService],
})
export class PrivacyModule {}
