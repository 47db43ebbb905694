/** Detectors: the heated link of heat detectors and sprinklers, and the two ways a smoke alarm is told by a zone model. */

/** A link or a smoke alarm taken as a very quick one. */
export interface Link {
  temp_K: number;
  activatedAt_s: number | null;
}
export interface LinkKind {
  rti_sqrtms_1: number;
  /** temperature at which it acts */
  acts_K: number;
  /** loss into the pipe, C of Heskestad and Bill; 0 for detectors */
  conduction_1: number;
}

/** Fast-response sprinkler 68 C and quick fixed heat detector 57 C (GB 5135.1 and EN 54-5 class A1 ranges) [M]. */
export const SPRINKLER_68: LinkKind = { rti_sqrtms_1: 50, acts_K: 341.15, conduction_1: 0.65 };
export const HEAT_DETECTOR_57: LinkKind = { rti_sqrtms_1: 20, acts_K: 330.15, conduction_1: 0 };
/** Smoke alarm as a link of RTI 5 that acts 5 K above ambient (CFAST validation guide). */
export const ALARM_RISE_K = 5;
/** Air stirs at least this much at a ceiling away from the fire. [D] as CFAST's least velocity 0.1 m/s */
export const STILL_mps = 0.1;
/** Obscuration at which a smoke alarm of that kind acts, 24 % per metre (8 % per foot), CFAST validation guide. */
export const ALARM_OBSCURATION_pctpm = 23.93;

/** @returns a smoke alarm in a room at ambient_K, by its temperature surrogate. */
export function smokeAlarm(ambient_K: number): LinkKind {
  return { rti_sqrtms_1: 5, acts_K: ambient_K + ALARM_RISE_K, conduction_1: 0 };
}

/**
 * One step of dT/dt = sqrt(u) (Tg - T) / RTI - C (T - Tpipe) / RTI, exact for constant gas.
 * @param gas_K and speed_mps of the air at the link, mount_K of the pipe
 */
export function stepLink(
  link: Link,
  kind: LinkKind,
  gas_K: number,
  speed_mps: number,
  mount_K: number,
  at_s: number,
  dt_s: number,
): void {
  const heat = Math.sqrt(Math.max(STILL_mps, speed_mps)) / kind.rti_sqrtms_1;
  const loss = kind.conduction_1 / kind.rti_sqrtms_1;
  const end = (heat * gas_K + loss * mount_K) / (heat + loss);
  link.temp_K = end + (link.temp_K - end) * Math.exp(-(heat + loss) * dt_s);
  if (link.activatedAt_s === null && link.temp_K >= kind.acts_K) link.activatedAt_s = at_s;
}

/** Heat release once a sprinkler sprays: Q exp(-t / tau), tau = 3 u^-1.8, u in mm/s (Evans / Madrzykowski, as CFAST). */
export function sprayed_kW(heat_kW: number, since_s: number, spray_mmps: number): number {
  return spray_mmps <= 0 ? heat_kW : heat_kW * Math.exp(-since_s / (3 * spray_mmps ** -1.8));
}
