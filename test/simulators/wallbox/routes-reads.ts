import { chargerPayload, configReply, listedCharger } from './payload-charger.ts';
import { statusPayload } from './payload-status.ts';
import { type Route, type Visit, withCharger } from './route-kit.ts';
import { usersOf } from './world.ts';

/** Everything that only readings of a charger. */
export function readRoutes(
  adjust: (id: number, status: ReturnType<typeof statusPayload>) => unknown,
): readonly Route[] {
  return [
    { method: 'GET', pattern: /^\/v3\/chargers\/groups$/, answer: groups },
    {
      method: 'GET',
      pattern: /^\/chargers\/status\/(\d+)$/,
      answer: (visit) =>
        withCharger(visit, 'status', ({ charger, ownership }) => ({
          status: 200,
          body: adjust(visit.id, statusPayload(charger, ownership)),
        })),
    },
    {
      method: 'GET',
      pattern: /^\/v2\/charger\/(\d+)$/,
      answer: (visit) =>
        withCharger(visit, 'charger', ({ charger, ownership }) => ({
          status: 200,
          body: chargerPayload(charger, ownership, usersOf(visit.world, visit.id)),
        })),
    },
    {
      method: 'GET',
      pattern: /^\/chargers\/config\/(\d+)$/,
      answer: (visit) =>
        withCharger(visit, 'config', ({ charger, ownership }) => ({
          status: 200,
          body: configReply(charger, ownership),
        })),
    },
  ];
}

function groups({ world, account }: Visit) {
  return {
    status: 200,
    body: {
      result: {
        groups: account.groups.map((group) => ({
          uid: group.uid,
          name: group.name,
          chargers: group.members.flatMap(({ chargerId }) => {
            const charger = world.chargers.get(chargerId);
            return charger === undefined ? [] : [listedCharger(charger)];
          }),
        })),
      },
    },
  };
}
