import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyedCertificate, type KeyPair, makeCertificate } from '../fcsp/certificate.ts';

export interface MosquittoOptions {
  /** Who is let in, by name; without any, everybody. */
  readonly users?: Readonly<Record<string, string>>;
  /** With a certificate that signs itself, of this key unless a new one is to be made. */
  readonly tls?: { readonly keys?: KeyPair };
}

const program = '/usr/sbin/mosquitto';

/** Debian's own broker on a free port of this machine, with a certificate that signs itself. */
export class Mosquitto {
  #process: ChildProcess | undefined;
  #certificate: KeyedCertificate | undefined;

  private constructor(
    readonly port: number,
    readonly folder: string,
    readonly options: MosquittoOptions,
  ) {}

  static async start(options: MosquittoOptions = {}): Promise<Mosquitto> {
    const folder = mkdtempSync(join(tmpdir(), 'chargetray-broker-'));
    const broker = new Mosquitto(await freePort(), folder, options);
    if (options.tls) await broker.renewCertificate();
    broker.#writeConfig();
    await broker.begin();
    return broker;
  }

  /** As the app shows it. */
  get fingerprint(): string {
    return this.#certificate?.certificate.fingerprint ?? '';
  }

  /** Another one from the next start on. */
  async renewCertificate(): Promise<void> {
    const commonName = '127.0.0.1';
    this.#certificate = await makeCertificate({ commonName, ...this.options.tls });
    writeFileSync(join(this.folder, 'cert.pem'), this.#certificate.certificate.pem);
    writeFileSync(join(this.folder, 'key.pem'), this.#certificate.keyPem);
  }

  /** Resolves when it takes connections. */
  async begin(): Promise<void> {
    const child = spawn(program, ['-c', join(this.folder, 'mosquitto.conf')], { stdio: 'ignore' });
    this.#process = child;
    // Also where a test ends before it comes to close it.
    const kill = () => void child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    while (!(await isOpen(this.port))) {
      if (child.exitCode !== null) throw new Error(`mosquitto ended with ${child.exitCode}`);
    }
  }

  /** Gone from one moment to the next, with whatever it was to keep. */
  async end(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async close(): Promise<void> {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #writeConfig(): void {
    const { tls, users } = this.options;
    const file = (name: string) => join(this.folder, name);
    const lines = [`listener ${this.port} 127.0.0.1`, 'persistence false', 'sys_interval 1'];
    // As root it would become a user who cannot read these files.
    if (process.getuid?.() === 0) lines.push('user root');
    if (tls) lines.push(`certfile ${file('cert.pem')}`, `keyfile ${file('key.pem')}`);
    if (users) {
      writeFileSync(file('users'), '');
      for (const [name, password] of Object.entries(users)) {
        const made = spawnSync('mosquitto_passwd', ['-b', file('users'), name, password]);
        if (made.status !== 0) throw new Error(`no user ${name}: ${made.stderr}`);
      }
      lines.push('allow_anonymous false', `password_file ${file('users')}`);
    } else lines.push('allow_anonymous true');
    writeFileSync(file('mosquitto.conf'), `${lines.join('\n')}\n`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
