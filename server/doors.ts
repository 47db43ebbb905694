/** Who may pass: every route names its permission, every write comes from our own pages, every cookie is strict. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';
import { deviceOf } from './store/devices.ts';
import type { Store } from './store/open.ts';
import { type StaffMember, sessionOf } from './store/staff.ts';

/**
 * public: anyone on the hall's network. device: a browser that belongs to the hall. staff: signed in. manager: signed in
 * as one. hall: staff or device.
 */
export const PERMISSIONS = ['public', 'device', 'hall', 'staff', 'manager'] as const;
export type Permission = (typeof PERMISSIONS)[number];

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission;
  }
  interface FastifyRequest {
    /** set where the route asks for staff, manager or hall */
    staff: StaffMember | null;
    /** set where the route asks for device or hall */
    deviceId: string | null;
  }
}

const YEAR_s = 365 * 24 * 3600;
const SHIFT_s = 12 * 3600;

/** __Host- binds a cookie to this very address, but browsers take it over TLS only; plain HTTP is for localhost alone. */
function cookieName(request: FastifyRequest, what: 'staff' | 'device'): string {
  return request.protocol === 'https' ? `__Host-drillhall-${what}` : `drillhall-${what}`;
}
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  what: 'staff' | 'device',
  token: string,
): void {
  const maxAge = what === 'device' ? YEAR_s : SHIFT_s;
  reply.setCookie(cookieName(request, what), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge,
  });
}
export function takeCookie(request: FastifyRequest, reply: FastifyReply, what: 'staff' | 'device'): void {
  reply.clearCookie(cookieName(request, what), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}
export function tokenOf(request: FastifyRequest, what: 'staff' | 'device'): string | null {
  return request.cookies[cookieName(request, what)] ?? null;
}

/** @returns who is signed in on this browser, or null */
export async function staffOf(request: FastifyRequest, store: Store): Promise<StaffMember | null> {
  const token = tokenOf(request, 'staff');
  return token ? sessionOf(store, token) : null;
}
export async function deviceIdOf(request: FastifyRequest, store: Store): Promise<string | null> {
  const token = tokenOf(request, 'device');
  return token ? deviceOf(store, token) : null;
}

async function admit(request: FastifyRequest, permission: Permission, store: Store): Promise<void> {
  if (permission === 'device') {
    request.deviceId = await deviceIdOf(request, store);
    if (!request.deviceId) throw new Refusal('not-a-hall-device');
  }
  if (permission === 'hall') {
    request.staff = await staffOf(request, store);
    request.deviceId = await deviceIdOf(request, store);
    if (!request.staff && !request.deviceId) throw new Refusal('not-signed-in');
  }
  if (permission === 'staff' || permission === 'manager') {
    request.staff = await staffOf(request, store);
    if (!request.staff) throw new Refusal('not-signed-in');
    if (permission === 'manager' && request.staff.role !== 'manager') throw new Refusal('not-allowed');
  }
}

/** Browsers name the page's origin on every write and scripts of other sites cannot change it. */
function fromOwnPage(request: FastifyRequest): boolean {
  return request.headers.origin === `${request.protocol}://${request.headers.host}`;
}

/** Throws at start-up for a route without a permission; refuses at run time whoever lacks it, before the body is read. */
export function guard(app: FastifyInstance, store: Store): void {
  app.decorateRequest('staff', null);
  app.decorateRequest('deviceId', null);
  app.addHook('onRoute', (route) => {
    const permission = route.config?.permission;
    if (!permission || !PERMISSIONS.includes(permission))
      throw new Error(
        `The route ${String(route.method)} ${route.url} declares no permission: add config: { permission }.`,
      );
  });
  app.addHook('onRequest', async (request) => {
    const permission = request.routeOptions.config.permission;
    // no route matched: the not-found answer is for everyone
    if (!permission) return;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && !fromOwnPage(request)) throw new Refusal('foreign-origin');
    await admit(request, permission, store);
  });
}
