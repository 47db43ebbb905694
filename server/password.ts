/** Passwords: hashed with argon2id, at most two at a time, after the tries were counted. */
import { hash, verify } from '@node-rs/argon2';
import { secretHash } from './ids.ts';
import type { Store } from './store/open.ts';
import { nameKey } from './store/staff.ts';

/** 19 MiB, two passes, one lane: the OWASP minimum; about 70 ms on a hall PC. algorithm 2 = argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** more would let a crowd of sign-ins eat the machine */
const AT_ONCE = 2;

let running = 0;
const queue: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), ARGON2ID));
}

/** Unknown names cost the same time as known ones, so that nobody can tell them apart. */
const NOBODY = hashPassword('nobody has this password');
export async function passwordIs(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await NOBODY);
  const right = await inTurn(() => verify(against, password.normalize('NFKC')));
  return right && stored !== null;
}

/** The commonest of published lists of leaked passwords that are 8 signs or longer, Chinese ones first. */
const COMMON = new Set(
  `12345678 123456789 1234567890 123123123 11111111 88888888 66666666 00000000 87654321 147258369 5201314520 52013145
  woaini1314 woaini520 woaini521 woaini123 a12345678 a123456789 aa123456 abc12345 abc123456 abcd1234 abcd123456 1qaz2wsx
  1q2w3e4r 1q2w3e4r5t qq123456 qwer1234 qwerty12 qwerty123 qwertyui qwertyuiop asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123
  password password1 password12 password123 passw0rd p@ssw0rd p@ssword admin123 admin1234 admin888 administrator
  iloveyou iloveyou1 sunshine princess football baseball welcome1 welcome123 letmein1 trustno1 superman michael1
  computer internet whatever dragon123 master123 monkey123 shadow123 charlie1 jennifer jordan23 liverpool
  zhang123 wang1234 china123 nihao123 drillhall drillhall1 drillhall123 yanlianguan`
    .split(/\s+/)
    .filter(Boolean),
);

/** @returns true for a password anybody would try first: a common one, one sign repeated, a plain run, or the name itself */
export function isWeak(password: string, name: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const steps = new Set([...plain].slice(1).map((sign, i) => sign.codePointAt(0)! - plain.codePointAt(i)!));
  const straight = steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1);
  return COMMON.has(plain) || straight || (plain.includes(nameKey(name)) && nameKey(name).length >= plain.length - 4);
}

/** Ten wrong in a row and the name rests for five minutes [D]. */
const WRONG_ALLOWED = 10;
const REST_ms = 5 * 60_000;

type Reach = Pick<Store, 'db' | 'hallId'>;
const tryId = (name: string) => secretHash(nameKey(name));

/**
 * Counts a try before the password is looked at, so that a hundred at once are a hundred.
 * @returns seconds to wait, 0 when this try may go on
 */
export async function countTry({ db, hallId }: Reach, name: string): Promise<number> {
  const now = Date.now();
  const id = tryId(name);
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('sign_in_try')
      .selectAll()
      .where('hall_id', '=', hallId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row?.locked_until_ms && row.locked_until_ms > now) return Math.ceil((row.locked_until_ms - now) / 1000);
    // after a rest the count begins anew
    const failed = row?.locked_until_ms ? 1 : (row?.failed ?? 0) + 1;
    const locked_until_ms = failed >= WRONG_ALLOWED ? now + REST_ms : null;
    await trx
      .insertInto('sign_in_try')
      .values({ hall_id: hallId, id, failed, last_ms: now, locked_until_ms })
      .onConflict((on) => on.columns(['hall_id', 'id']).doUpdateSet({ failed, last_ms: now, locked_until_ms }))
      .execute();
    return 0;
  });
}

/** A right password forgets the wrong ones before it. */
export async function forgetTries({ db, hallId }: Reach, name: string): Promise<void> {
  await db.deleteFrom('sign_in_try').where('hall_id', '=', hallId).where('id', '=', tryId(name)).execute();
}
