/** How staff come in: sign-in, set-up, accounts and the hall's devices, as they cross the network. */
import { z } from 'zod';
import { HallSettings } from './hall.ts';

export const ROLES = ['staff', 'manager'] as const;
export type Role = (typeof ROLES)[number];

export const StaffName = z.string().trim().min(1).max(40);
/** length only; the server also refuses the commonest ones */
export const Password = z.string().min(8).max(200);
/** one-time code as printed, blanks and case forgiven */
export const OneTimeCode = z.string().trim().min(8).max(20);
export const DeviceName = z.string().trim().min(1).max(40);

export const SignIn = z.strictObject({ name: StaffName, password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof SignIn>;
export const SetUp = z.strictObject({ code: OneTimeCode, name: StaffName, password: Password, settings: HallSettings });
export type SetUp = z.infer<typeof SetUp>;
/** first password of a new account, or a new one after a reset */
export const NewPassword = z.strictObject({ name: StaffName, code: OneTimeCode, password: Password });
export const NewStaff = z.strictObject({ name: StaffName, role: z.enum(ROLES) });
/** a device is added by staff signed in on it, or by a name and password given once and not kept */
export const NewDevice = z.strictObject({ device: DeviceName, credentials: SignIn.optional() });

export const Me = z.strictObject({ name: z.string(), role: z.enum(ROLES) });
export type Me = z.infer<typeof Me>;
export const StaffRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  state: z.enum(['active', 'code-waiting', 'disabled']),
});
export type StaffRow = z.infer<typeof StaffRow>;
/** the code is shown this once; the store keeps only its hash */
export const CodeReply = z.strictObject({ staff: StaffRow, code: z.string(), expires_ms: z.number() });
export type CodeReply = z.infer<typeof CodeReply>;
export const DeviceRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  created_ms: z.number(),
  seen_ms: z.number().nullable(),
  revoked: z.boolean(),
});
export type DeviceRow = z.infer<typeof DeviceRow>;
export const StaffRows = z.array(StaffRow);
export const DeviceRows = z.array(DeviceRow);
export const DeviceAdded = z.strictObject({ id: z.string() });
