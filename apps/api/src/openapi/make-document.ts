import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI of an application, out of its routes and their schemas. */
export function makeDocument(app: INestApplication): object {
  const config = new DocumentBuilder()
    .setTitle('Stafett')
    .setDescription('Collaborations between a municipality and social entrepreneurs, from first contact to effect.')
    .setVersion('1')
    .addServer('/')
    .build();
  return SwaggerModule.createDocument(app, config);
}
