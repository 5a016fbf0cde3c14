import { Module } from '@nestjs/common';
import { AccessModule } from './access.module.js';
import { DemoSignInController } from './demo-sign-in.controller.js';

/** Imported in the embedded demonstration only. */
@Module({ imports: [AccessModule], controllers: [DemoSignInController] })
export class DemoSignInModule {}
