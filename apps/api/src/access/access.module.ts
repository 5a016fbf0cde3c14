import { Module } from '@nestjs/common';
import { SignInLinksController } from './links/sign-in-links.controller.js';
import { SignInLinksService } from './links/sign-in-links.service.js';
import { OidcClientsService } from './oidc/oidc-clients.service.js';
import { OidcSignInService } from './oidc/oidc-sign-in.service.js';
import { OidcSignOutService } from './oidc/oidc-sign-out.service.js';
import { SignInController } from './oidc/sign-in.controller.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnSettingsController } from './own-settings.controller.js';
import { SessionController } from './session.controller.js';
import { SessionsService } from './sessions.service.js';

@Module({
  controllers: [
    SessionController,
    SignInController,
    OwnSessionsController,
    OwnSettingsController,
    SignInLinksController,
  ],
  providers: [SessionsService, OidcClientsService, OidcSignInService, OidcSignOutService, SignInLinksService],
  exports: [SessionsService, SignInLinksService],
})
export class AccessModule {}
