import { Module } from '@nestjs/common';
import { ProcessModule } from '../process/process.module.js';
import { LettersController } from './letters.controller.js';

@Module({ imports: [ProcessModule], controllers: [LettersController] })
export class MailroomModule {}
