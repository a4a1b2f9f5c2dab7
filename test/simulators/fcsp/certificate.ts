import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** What a throw-away certificate should be like. */
export interface CertificateOptions {
  /** RSA key length. Default 2048; the length on real devices is not known. */
  readonly keyBits?: 1024 | 2048;
  /** An RSA key that was made before. Default: a new one. */
  readonly keys?: KeyPair;
  /** Default sha256. */
  readonly hash?: 'sha1' | 'sha256';
  /** Common name. Default: the station id. */
  readonly commonName?: string;
  /** Epoch ms, cut to whole seconds. Default: a year ago. */
  readonly validFrom?: number;
  /** Epoch ms, cut to whole seconds. Default: in ten years. */
  readonly validTo?: number;
}

/** Both halves of a key, in PEM. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** A certificate as a client sees it. */
export interface StationCertificate {
  readonly pem: string;
  /** SHA-256 in the form of Node's `fingerprint256`: `AA:BB:…`. */
  readonly fingerprint: string;
  /** In the form of Node's `X509Certificate.subject`, e.g. `CN=SWA12ABC`. */
  readonly subject: string;
  /** Epoch ms. */
  readonly validFrom: number;
  /** Epoch ms. */
  readonly validTo: number;
  readonly keyBits: number;
}

/**
 * A certificate and the secret that belongs to it. Making a long key takes a while: a group of tests
 * may make one beforehand and start each of its simulators with it.
 */
export interface KeyedCertificate {
  readonly certificate: StationCertificate;
  readonly keyPem: string;
}

const YEAR_MS = 365 * 86_400_000;

/** Makes a certificate that signs itself, as the station's does (FCA). */
export async function makeCertificate(
  options: CertificateOptions & { readonly commonName: string },
): Promise<KeyedCertificate> {
  const { commonName, keyBits = 2048, keys, hash = 'sha256' } = options;
  // TLS clients look at wall time, whatever the simulator's clock says.
  const now = Date.now();
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keySize: keyBits,
    ...(keys ? { keyPair: keys } : {}),
    algorithm: hash,
    notBeforeDate: new Date(options.validFrom ?? now - YEAR_MS),
    notAfterDate: new Date(options.validTo ?? now + 10 * YEAR_MS),
  });
  const read = new X509Certificate(made.cert);
  return {
    keyPem: made.private,
    certificate: {
      pem: made.cert,
      fingerprint: read.fingerprint256,
      subject: read.subject,
      validFrom: Date.parse(read.validFrom),
      validTo: Date.parse(read.validTo),
      keyBits: read.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
    },
  };
}
