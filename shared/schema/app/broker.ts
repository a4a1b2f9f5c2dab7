import { z } from 'zod';
import {
  type BrokerChoice,
  type BrokerWish,
  longestHost,
  longestTopic,
  longestUser,
  topicForm,
} from '../../domain/app/broker.ts';
import { certificateSchema } from '../account/certificate.ts';
import { schemaFor } from '../schema-for.ts';
import { line } from '../sound.ts';

const topic = z.string().max(longestTopic).regex(topicForm);

const wish = {
  address: z.strictObject({
    host: z
      .string()
      .max(longestHost)
      .regex(/^[\w.:-]+$/),
    port: z.int().min(1).max(65_535),
    tls: z.boolean(),
    certificate: certificateSchema.optional(),
  }),
  user: line.pipe(z.string().min(1).max(longestUser)).optional(),
  topicPrefix: topic,
  discovery: topic.nullable(),
  commands: z.boolean(),
};

export const brokerWishSchema = schemaFor<BrokerWish>()(z.strictObject(wish));

export const brokerChoiceSchema = schemaFor<BrokerChoice>()(
  z.strictObject({
    ...wish,
    installation: z.string().regex(/^[a-z0-9]{6,20}$/),
    password: z.enum(['keychain', 'untilQuit', 'none']),
  }),
);
