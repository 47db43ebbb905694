/** Managers add staff, hand out new codes, and close accounts. */
import { z } from 'zod';
import { CodeReply, NewStaff, StaffRow } from '../../src/wire/staff.ts';
import { uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store/open.ts';
import { audit } from '../store/settings.ts';
import {
  activeManagers,
  addStaff,
  disableStaff,
  endSessionsOf,
  issueCode,
  listStaff,
  type StaffMember,
  staffById,
  staffRow,
} from '../store/staff.ts';
import type { AppOptions, TypedApp } from '../typed.ts';

const One = z.strictObject({ id: z.string() });

async function known(store: Store, id: string): Promise<StaffMember> {
  const who = await staffById(store, id);
  if (!who) throw new Refusal('not-found');
  return who;
}

export function staffRoutes(app: TypedApp, { store }: AppOptions): void {
  const config = { permission: 'manager' as const };

  app.get('/api/staff', { config, schema: { response: { 200: z.array(StaffRow) } } }, async () =>
    (await listStaff(store)).map(staffRow),
  );

  app.post('/api/staff', { config, schema: { body: NewStaff, response: { 200: CodeReply } } }, async (request) => {
    const who = await addStaff(store, request.body.name, request.body.role, null);
    if (!who) throw new Refusal('taken', { field: 'name' });
    await audit(store, uuidv7(), request.staff!.id, `staff added as ${who.role}`, who.id);
    return { staff: staffRow(who), ...(await issueCode(store, 'password', who.id)) };
  });

  app.post(
    '/api/staff/:id/code',
    { config, schema: { params: One, response: { 200: CodeReply } } },
    async (request) => {
      const who = await known(store, request.params.id);
      if (who.disabled) throw new Refusal('not-allowed');
      await endSessionsOf(store, who.id);
      await audit(store, uuidv7(), request.staff!.id, 'password code issued', who.id);
      return { staff: staffRow(who), ...(await issueCode(store, 'password', who.id)) };
    },
  );

  const Change = z.strictObject({ disabled: z.boolean() });
  app.put(
    '/api/staff/:id',
    { config, schema: { params: One, body: Change, response: { 200: StaffRow } } },
    async (request) => {
      const who = await known(store, request.params.id);
      const { disabled } = request.body;
      const others = (await activeManagers(store)).filter(({ id }) => id !== who.id);
      if (disabled && who.role === 'manager' && others.length === 0) throw new Refusal('last-manager');
      await disableStaff(store, who.id, disabled);
      await audit(store, uuidv7(), request.staff!.id, disabled ? 'account closed' : 'account opened', who.id);
      return staffRow({ ...who, disabled });
    },
  );
}
