import { Controller, Get, HttpStatus, Next, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { NextFunction, Response } from 'express';
import type { RequestWithCaller } from '../shared/caller/caller.decorator.js';
import { CallersService } from '../shared/caller/callers.service.js';
import { OpenedByPeople } from '../shared/input/undeclared-query.guard.js';
import { Public } from '../shared/caller/signed-in.guard.js';
import { sendBuiltFile } from './web/built-files.js';
import { PORTAL_PAGE } from './web/web-pages.js';

/** The address `/`, also opened after signing in and out: whoever is signed in is led to their day, others to the landing page. */
@Controller()
@OpenedByPeople()
@ApiExcludeController()
export class FrontPageController {
  constructor(private readonly callers: CallersService) {}

  @Get()
  @Public()
  async show(@Req() request: RequestWithCaller, @Res() response: Response, @Next() next: NextFunction): Promise<void> {
    const caller = await this.callers.identify(request);
    if (caller) response.redirect(HttpStatus.SEE_OTHER, caller.user.staff ? '/min-dag' : '/p');
    else sendBuiltFile(PORTAL_PAGE, 'no-store', { request, response, next });
  }
}
