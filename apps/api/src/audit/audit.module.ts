import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { AuditController } from './audit.controller.js';
import { RefusalAuditService } from './refusal-audit.service.js';

@Module({
  imports: [PeopleModule],
  controllers: [AuditController],
  providers: [RefusalAuditService],
  exports: [RefusalAuditService],
})
export class AuditModule {}
