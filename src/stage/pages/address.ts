/** The address of a drill: /drill/SCENARIO/VARIANT?mode=assess&seed=7&lang=en&turn=ID&probe&lite&camera=wide. */
import type { Mode } from '../../drill/types.ts';
import { type CameraName, cameraNamed } from '../room/cameras.ts';

export interface Address {
  scenario: string;
  variant: string;
  mode: Mode;
  /** null: a new one for each run */
  seed: number | null;
  lang: 'zh-CN' | 'en' | null;
  /** turn of the hall that this run belongs to: a recheck opened at the kiosk */
  turn: string | null;
  probe: boolean;
  lite: boolean;
  camera: CameraName | null;
  /** came by "enter VR": the headset's button is the first one */
  vr: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @returns null when the path names no drill. */
export function readAddress(path: string, search: string): Address | null {
  const [, drill, scenario, variant] = path.split('/').map((part) => decodeURIComponent(part));
  if (drill !== 'drill' || !scenario || !variant) return null;
  const query = new URLSearchParams(search);
  const seed = Number(query.get('seed') ?? Number.NaN);
  const lang = query.get('lang');
  return {
    scenario,
    variant,
    mode: query.get('mode') === 'assess' ? 'assess' : 'learn',
    seed: Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31 ? seed : null,
    lang: lang === 'en' ? 'en' : lang?.startsWith('zh') ? 'zh-CN' : null,
    turn: UUID.test(query.get('turn') ?? '') ? query.get('turn') : null,
    probe: query.has('probe'),
    lite: query.has('lite'),
    camera: cameraNamed(query.get('camera')),
    vr: query.has('vr'),
  };
}

export function writeAddress(scenario: string, variant: string, mode: Mode, vr: boolean): string {
  const query = new URLSearchParams(vr ? { mode, vr: '1' } : { mode });
  return `/drill/${encodeURIComponent(scenario)}/${encodeURIComponent(variant)}?${query}`;
}

/** A seed from the machine's own chance: outside the sim, and stored with the run. */
export function freshSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}
