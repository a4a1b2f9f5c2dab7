import { pushingContract } from './pushing/pushing-contract.ts';
import { scriptedHarness } from './pushing/scripted-harness.ts';

const minute = 60_000;
const direct = { ms: 5 * minute, reads: 3, direct: true } as const;
const cloud = { ms: 15 * minute, reads: 1 };

pushingContract('often, by the charger itself', scriptedHarness(direct, minute));
pushingContract('seldom, through a cloud', scriptedHarness(cloud, 20 * minute));
