/** Signing in and out, and the password that a one-time code opens. */
import { z } from 'zod';
import { Me, NewPassword, SignIn } from '../../src/wire/staff.ts';
import { giveCookie, staffOf, takeCookie, tokenOf } from '../doors.ts';
import { uuidv7 } from '../ids.ts';
import { countTry, forgetTries, hashPassword, isWeak, passwordIs } from '../password.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/open.ts';
import { audit } from '../store/settings.ts';
import {
  endSession,
  type StaffMember,
  setPassword,
  staffNamed,
  startSession,
  sweepSessions,
  useCode,
} from '../store/staff.ts';
import type { AppOptions, TypedApp } from '../typed.ts';

/** @returns the member whose name and password these are; throws locked-out or wrong-password, the same for unknown names. */
export async function checkPassword(store: Store, { name, password }: SignIn): Promise<StaffMember> {
  const wait_s = await countTry(store, name);
  if (wait_s > 0)
    throw new Refusal('locked-out', {
      wait_s,
      sentence: `Too many wrong passwords for this name: try again in ${Math.ceil(wait_s / 60)} minutes.`,
    });
  const who = await staffNamed(store, name);
  const right = await passwordIs(who?.disabled ? null : (who?.passwordHash ?? null), password);
  if (!who || !right) throw new Refusal('wrong-password');
  await forgetTries(store, name);
  return who;
}

export function sessionRoutes(app: TypedApp, { store }: AppOptions): void {
  app.get(
    '/api/session',
    { config: { permission: 'public' }, schema: { response: { 200: Me.nullable() } } },
    async (request) => {
      const who = await staffOf(request, store);
      return who ? { name: who.name, role: who.role } : null;
    },
  );

  app.post(
    '/api/session',
    {
      config: { permission: 'public', rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: { body: SignIn, response: { 200: Me } },
    },
    async (request, reply) => {
      const who = await checkPassword(store, request.body);
      await sweepSessions(store);
      giveCookie(request, reply, 'staff', await startSession(store, who.id));
      await audit(store, uuidv7(), who.id, 'signed in');
      return { name: who.name, role: who.role };
    },
  );

  app.delete(
    '/api/session',
    { config: { permission: 'public' }, schema: { response: { 204: z.null() } } },
    async (request, reply) => {
      const token = tokenOf(request, 'staff');
      if (token) await endSession(store, token);
      takeCookie(request, reply, 'staff');
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/password',
    {
      config: { permission: 'public', rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: { body: NewPassword, response: { 200: Me } },
    },
    async (request, reply) => {
      const { name, code, password } = request.body;
      if (isWeak(password, name)) throw new Refusal('weak-password', { field: 'password' });
      const passwordHash = await hashPassword(password);
      const who = await staffNamed(store, name);
      if (!who || who.disabled || !(await useCode(store, code, 'password', who.id)))
        throw new Refusal('wrong-code', { field: 'code' });
      await setPassword(store, who.id, passwordHash);
      await forgetTries(store, name);
      giveCookie(request, reply, 'staff', await startSession(store, who.id));
      await audit(store, uuidv7(), who.id, 'password set');
      return { name: who.name, role: who.role };
    },
  );
}
