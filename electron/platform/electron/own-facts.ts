import { release } from 'node:os';
import type { Ports } from '../../ports/app-ports.ts';

type Facts = Ports['facts'];

/** What this app is and what it runs on. */
export function ownFacts(version: string, demo: boolean): Facts {
  return { version, platform: knownPlatform(process.platform), demo, runtime: runtimeWords() };
}

function knownPlatform(platform: NodeJS.Platform): Facts['platform'] {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other';
}

function runtimeWords(): string {
  const { arch, platform, versions } = process;
  const { electron, chrome, node } = versions;
  return `Electron ${electron}, Chromium ${chrome}, Node ${node}, ${platform} ${release()} ${arch}`;
}
