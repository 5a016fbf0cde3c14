import { Module } from '@nestjs/common';
import { ProcessController } from './process.controller.js';
import { ProcessesService } from './processes.service.js';

@Module({
  controllers: [ProcessController],
  providers: [ProcessesService],
  exports: [ProcessesService],
})
export class ProcessModule {}
