/** The hall's own certificate authority and the server's certificate, made at the first start and renewed by itself. */
import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const DAY_ms = 24 * 3600_000;
/** headsets and phones trust the authority once, by hand: let that last [D] */
const AUTHORITY_days = 3650;
/** browsers refuse server certificates of more than 398 days */
const SERVER_days = 397;
const RENEW_BEFORE_days = 30;
const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGN = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface Tls {
  key: string;
  cert: string;
  ca: string;
}

/** @returns IPv4 addresses of this computer on its networks, without its own loop */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);
}

/** @returns every name under which a browser of the hall may reach this computer */
function reachableAs(): { type: 'dns' | 'ip'; value: string }[] {
  const host = hostname().toLowerCase();
  const names = [...new Set(['localhost', host, host.endsWith('.local') ? host : `${host}.local`])];
  return [
    ...names.map((value) => ({ type: 'dns' as const, value })),
    ...['127.0.0.1', ...lanAddresses()].map((value) => ({ type: 'ip' as const, value })),
  ];
}

async function pemOfKey(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
async function keyOfPem(pem: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(pem), KEYS, true, ['sign']);
}
function serial(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16)))
    .toString('hex')
    .replace(/^./, '1');
}

async function makeAuthority(): Promise<{ key: string; cert: string }> {
  const keys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: `CN=Drillhall ${hostname()}, O=Drillhall`,
    notBefore: new Date(Date.now() - DAY_ms),
    notAfter: new Date(Date.now() + AUTHORITY_days * DAY_ms),
    signingAlgorithm: SIGN,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await pemOfKey(keys.privateKey), cert: cert.toString('pem') };
}

async function makeServer(
  authority: { key: string; cert: string },
  names: ReturnType<typeof reachableAs>,
): Promise<{ key: string; cert: string }> {
  const keys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const issuer = new x509.X509Certificate(authority.cert);
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${hostname()}`,
    issuer: issuer.subject,
    notBefore: new Date(Date.now() - DAY_ms),
    notAfter: new Date(Date.now() + (SERVER_days - 1) * DAY_ms),
    signingAlgorithm: SIGN,
    publicKey: keys.publicKey,
    signingKey: await keyOfPem(authority.key),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await pemOfKey(keys.privateKey), cert: cert.toString('pem') };
}

/** @returns whether the certificate is of this authority, long enough from its end, and names every address */
function stillGood(pem: string, ca: string, names: ReturnType<typeof reachableAs>): boolean {
  const cert = new X509Certificate(pem);
  const left_days = (Date.parse(cert.validTo) - Date.now()) / DAY_ms;
  if (left_days < RENEW_BEFORE_days || !cert.verify(new X509Certificate(ca).publicKey)) return false;
  return names.every(({ type, value }) => (type === 'ip' ? cert.checkIP(value) : cert.checkHost(value)) !== undefined);
}

async function kept(
  folder: string,
  name: string,
  good: (cert: string) => boolean,
  make: () => Promise<{ key: string; cert: string }>,
): Promise<{ key: string; cert: string }> {
  const keyFile = join(folder, `${name}.key.pem`);
  const certFile = join(folder, `${name}.crt.pem`);
  if (existsSync(keyFile) && existsSync(certFile)) {
    const cert = readFileSync(certFile, 'utf8');
    if (good(cert)) return { key: readFileSync(keyFile, 'utf8'), cert };
  }
  const made = await make();
  writeFileSync(keyFile, made.key, { mode: 0o600 });
  chmodSync(keyFile, 0o600);
  writeFileSync(certFile, made.cert);
  return made;
}

/** @param dataFolder where the keys are kept, in `tls/`; whoever has them can pretend to be this hall */
export async function openTls(dataFolder: string): Promise<Tls> {
  const folder = join(dataFolder, 'tls');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await kept(
    folder,
    'ca',
    (cert) => Date.parse(new X509Certificate(cert).validTo) > Date.now() + SERVER_days * DAY_ms,
    makeAuthority,
  );
  const names = reachableAs();
  const server = await kept(
    folder,
    'server',
    (cert) => stillGood(cert, authority.cert, names),
    () => makeServer(authority, names),
  );
  return { key: server.key, cert: `${server.cert}\n${authority.cert}\n`, ca: authority.cert };
}
