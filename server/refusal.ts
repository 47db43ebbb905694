/** Every way the server says no: a word, a status, a sentence; and how any error becomes one of them. */
import type { Problem, ProblemWord } from '../src/wire/problem.ts';
import { StoreError } from './store/errors.ts';

const STATUS: Record<ProblemWord, number> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-a-hall-device': 401,
  'foreign-origin': 403,
  'not-found': 404,
  'wrong-password': 401,
  'wrong-code': 401,
  'weak-password': 400,
  'locked-out': 429,
  'too-many': 429,
  'too-large': 413,
  taken: 409,
  'last-manager': 409,
  'already-set-up': 409,
  'changed-meanwhile': 409,
  'nobody-waiting': 409,
  'station-busy': 409,
  'wrong-place': 409,
  'consent-missing': 409,
  'wrong-ticket': 404,
  'crew-full': 409,
  'foreign-card': 404,
  'no-places': 409,
  'bad-file': 400,
  'not-due': 409,
  'disk-full': 507,
  'store-unavailable': 503,
  'not-built': 503,
  'server-fault': 500,
};

const SENTENCES: Record<ProblemWord, string> = {
  'bad-request': 'The request is not as it should be.',
  'not-signed-in': 'Sign in first, at /desk.',
  'not-allowed': 'Your account may not do this: ask a manager of the hall.',
  'not-a-hall-device':
    'This device does not belong to the hall yet: a member of staff adds it at /desk/device. Nothing is lost meanwhile.',
  'foreign-origin': 'This request did not come from a page of the hall.',
  'not-found': 'There is nothing here.',
  'wrong-password': 'The name or the password is wrong.',
  'wrong-code': 'The code is wrong, used up or too old: ask for a new one.',
  'weak-password': 'This password is among the first anybody would try: choose another one.',
  'locked-out': 'Too many wrong passwords for this name: wait and try again.',
  'too-many': 'Too many requests: wait a moment.',
  'too-large': 'The upload is too large: send fewer runs at once.',
  taken: 'This name is taken.',
  'last-manager': 'The hall needs at least one manager who can sign in.',
  'already-set-up': 'This hall has its first manager already: sign in at /desk.',
  'changed-meanwhile': 'Somebody was quicker: look at the floor as it is now and try again.',
  'nobody-waiting': 'Nobody is waiting for this kind of station.',
  'station-busy': 'This station is not free: end its run or wipe it first.',
  'wrong-place': 'This visitor is not for a headset: choose a desktop station, or change the place on the ticket.',
  'consent-missing': 'A guardian must agree first: ask, and tick it on the check-in.',
  'wrong-ticket': 'There is no such number today.',
  'crew-full': 'Six watch already: this crew is full.',
  'foreign-card': 'This is no training card of this hall.',
  'no-places': 'There are not so many places left in this session: book fewer, or give it more places.',
  'bad-file': 'This file is no list that can be read: save it as CSV or XLSX with the columns name and people.',
  'not-due': 'The recheck of this card is not due yet, or its last training was not here.',
  'disk-full': 'The disk of the hall computer is full: make room. Nothing is lost, the devices keep their runs.',
  'store-unavailable':
    'The records cannot be written now: check the disk of the hall computer. The devices keep their runs.',
  'not-built': 'The app is not built: start with "npm start".',
  'server-fault': 'Something went wrong in the server; it is in its log.',
};

export class Refusal extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(error: ProblemWord, more: { field?: string; wait_s?: number; sentence?: string } = {}) {
    super(error);
    this.status = STATUS[error];
    this.problem = { error, sentence: SENTENCES[error], ...more };
  }
}

interface FastifyFault extends Error {
  statusCode?: number;
  code?: string;
  validation?: { instancePath?: string; message?: string }[];
  validationContext?: string;
}

/** @returns the refusal to answer with; what it cannot place is a fault of the server and says nothing of its inside. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreError && error.trouble === 'full') return new Refusal('disk-full');
  if (error instanceof StoreError && error.trouble !== 'fault') return new Refusal('store-unavailable');
  const fault = error as FastifyFault;
  if (fault.validation) {
    const [first] = fault.validation;
    const field = (first?.instancePath ?? '').split('/').filter(Boolean).join('.') || undefined;
    return new Refusal('bad-request', {
      field,
      sentence: `The field "${field ?? fault.validationContext}" is not as it should be: ${first?.message ?? ''}.`,
    });
  }
  if (fault.statusCode === 413) return new Refusal('too-large');
  if (fault.statusCode === 429) return new Refusal('too-many');
  if (fault.statusCode && fault.statusCode >= 400 && fault.statusCode < 500) return new Refusal('bad-request');
  return new Refusal('server-fault');
}
