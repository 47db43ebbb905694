/** What smoke does to people of a crowd: they bend under it, cough, slow down, and in the end fall. */
import { breathDose_fracpmin } from './breath.ts';
import type { Member } from './crowd-member.ts';
import { DOSE_fall_frac, SMOKE_seen_m } from './materials.ts';
import { smokeIn } from './smoke.ts';
import { tell } from './tell.ts';
import type { Person } from './things.ts';
import type { Fact, World } from './world.ts';
import { hotAirDose_fracpmin } from './zone/dose.ts';
import { walkByVisibility_mps } from './zone/walk.ts';

/** Mouth of somebody upright, and of somebody bent double. [D] 1.6 m as the trainee, a crouch of two thirds */
export const UPRIGHT_m = 1.6;
export const STOOPED_m = 1.05;
/** Bent double one walks at about this share of one's speed. [D] between upright and the 0.71 m/s of hands and knees (walk.ts) */
const STOOP_frac = 0.8;
/** Smoke that hides what is further than this makes people cough. [D] irritant smoke, Jin: K 0.2-0.5 1/m */
const COUGH_m = 6;
/** Worked out this often for each, in turn. */
export const breathTicks = 15;
/** Air hotter than this counts towards burns. */
const HOT_K = 313;

/** Air where one stands, bent if need be: pace, cough, dose. */
export function breatheOf(
  world: World,
  facts: Fact[],
  person: Person,
  member: Member,
  space: string,
  step_s: number,
): void {
  const feet_m = person.pose.position_m[1];
  const smoke = smokeIn(world, space);
  const thick = smoke.visibility_m < SMOKE_seen_m;
  // a little higher before one straightens again, so that nobody bobs
  const clear_m = feet_m + UPRIGHT_m + (member.stoops ? 0.1 : 0);
  member.smokeSeen = thick && smoke.layerHeight_m < feet_m + UPRIGHT_m + 0.6;
  member.stoops = thick && smoke.layerHeight_m < clear_m;
  const mouth_m = feet_m + (member.stoops ? STOOPED_m : UPRIGHT_m);
  const air = mouth_m > smoke.layerHeight_m ? smoke.upper : smoke.lower;
  member.coughs = air.visibility_m < COUGH_m;
  const free_mps = member.stoops ? member.free_mps * STOOP_frac : member.free_mps;
  member.pace_mps = walkByVisibility_mps(free_mps, air.visibility_m);
  person.dose_frac += (breathDose_fracpmin(air) * step_s) / 60;
  if (air.temp_K > HOT_K) member.heat_frac += (hotAirDose_fracpmin(air.temp_K, true) * step_s) / 60;
  if (person.dose_frac < DOSE_fall_frac && member.heat_frac < DOSE_fall_frac) return;
  person.doing = 'down';
  person.velocity_mps = [0, 0, 0];
  tell(world, facts, 'person-down', person.id, member.heat_frac >= DOSE_fall_frac ? 'heat' : 'smoke');
}
