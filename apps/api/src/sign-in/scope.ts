import { SetMetadata } from '@nestjs/common';

export const SCOPE = 'stafett:scope';

/** A route that a program's token opens only when it was made for administration. */
export const Scope = (scope: 'admin'): MethodDecorator & ClassDecorator => SetMetadata(SCOPE, scope);
