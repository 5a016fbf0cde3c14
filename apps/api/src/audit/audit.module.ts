import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { RefusalAuditService } from './refusal-audit.service.js';

@Module({
  controllers: [AuditController],
  providers: [RefusalAuditService],
  exports: [RefusalAuditService],
})
export class AuditModule {}
