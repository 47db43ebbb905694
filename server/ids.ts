/** Ids, tokens and one-time codes, and the hash under which a secret is kept. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

export function uuidv7(): string {
  return v7();
}

/** 256 random bits for a cookie; the store keeps only secretHash of it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** 31 signs that cannot be taken for one another: no 0 O, 1 I L. 8 of them are 39.6 bits. */
export const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** @returns e.g. "7KQM-X2RA" */
export function newCode(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]);
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`;
}

/** Blanks, hyphens and case are forgiven in what a person types. */
export function codeHash(code: string): string {
  return secretHash(code.toUpperCase().replace(/[\s-]/g, ''));
}

export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** @returns the six signs under which phones join a crew; the same for the same turn, also after a restart */
export function codeOfTurn(turnId: string): string {
  const sum = createHash('sha256').update(`join ${turnId}`).digest();
  return Array.from(sum.subarray(0, 6), (byte) => SIGNS[byte % SIGNS.length]).join('');
}
