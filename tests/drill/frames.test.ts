/** The display's frame rate does not change what happens: compared in kilograms, not only in points. */
import { describe, expect, test } from 'vitest';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { loadPack } from '../../src/cli/packs-node.ts';
import { frame, newPace } from '../../src/drill/pace.ts';
import { playPlan } from '../../src/drill/play.ts';
import { setupOf } from '../../src/script/room.ts';
import { createWorld } from '../../src/sim/setup.ts';
import { smokeIn } from '../../src/sim/smoke.ts';
import { step } from '../../src/sim/step.ts';
import type { Intent, World } from '../../src/sim/world.ts';
import { BIKE, door, light, SOFA, tower } from '../sim/house.ts';

const RATES = [36, 72, 90, 120];
/** What leaves a 4 kg bottle in one frame of the slowest display: 0.29 kg/s over 1/36 s. */
const ONE_FRAME_kg = 0.0085;

function used_kg(world: World): number {
  return Object.values(world.things).reduce(
    (sum, one) => sum + (one.kind === 'extinguisher' ? one.charge_kg - one.agentLeft_kg : 0),
    0,
  );
}

test.each([
  ['firefighting/living-room-basket', 'good-powder', 0.03],
  ['firefighting/living-room-basket', 'aim-high', 0.03],
  ['firefighting/shop-inspection-carton', 'good', 0.03],
  ['firefighting/kitchen-wok', 'powder-then-lid', 0.03],
])(
  '[DR1] %s, %s: the same plan at 36, 72, 90 and 120 frames a second uses the same powder',
  (name, runName, tolerance_kg) => {
    const pack = loadPack(name);
    const plan = { ...pack.plans.find((one) => one.run === runName)!, aim_error_m: 0 };
    const runs = RATES.map((frames_per_s) => playPlan({ pack, plan, mode: 'assess', hall: NO_HALL, frames_per_s }));
    const masses_kg = runs.map(({ drill }) => used_kg(drill.world));
    const scores = runs.map(({ attempt }) => attempt.score!);
    console.log(`${runName}: ${masses_kg.map((kg) => kg.toFixed(3)).join(', ')} kg; scores ${scores.join(', ')}`);
    expect(Math.min(...masses_kg)).toBeGreaterThan(0.1);
    expect(Math.max(...masses_kg) - Math.min(...masses_kg)).toBeLessThanOrEqual(tolerance_kg);
    expect(Math.max(...scores) - Math.min(...scores)).toBeLessThanOrEqual(1);
    expect(new Set(runs.map(({ attempt }) => attempt.ending)).size).toBe(1);
  },
);

describe('[DR2] one motion, shown at four rates', () => {
  const pack = loadPack('firefighting/living-room-basket');

  /** A body that stands three metres off, squeezes from 2.013 to 9.47 s and sweeps: a function of time alone. */
  function bodyAt(t_s: number, from_s: number): Intent {
    const [x, z] = [1.35, 0.55];
    const side = 0.15 * Math.sin(2 * Math.PI * t_s);
    const yaw = Math.atan2(x + 1.3, z + 1.55) + side / 3.4;
    const pitch = -0.27;
    const quat = [
      Math.cos(yaw / 2) * Math.sin(pitch / 2),
      Math.sin(yaw / 2) * Math.cos(pitch / 2),
      -Math.sin(yaw / 2) * Math.sin(pitch / 2),
      Math.cos(yaw / 2) * Math.cos(pitch / 2),
    ] as [number, number, number, number];
    const squeeze_frac = Math.max(0, Math.min(1, (t_s - 2.013) / 0.15, (9.47 - t_s) / 0.15));
    const hand = {
      pose: { position_m: [x, 1.1, z] as [number, number, number], orientation_quat: quat },
      squeeze_frac: 0,
      tracked: true,
    };
    const deeds: Intent['deeds'] = [];
    if (from_s < 0.5 && t_s >= 0.5) deeds.push({ do: 'grab', hand: 'right', thing: 'extinguisher' });
    if (from_s < 1 && t_s >= 1) deeds.push({ do: 'pull', hand: 'left', thing: 'extinguisher.pin' });
    return {
      head: { position_m: [x, 1.6, z], orientation_quat: quat },
      gaze_dir: [-Math.sin(yaw), pitch, -Math.cos(yaw)],
      left: structuredClone(hand),
      right: { ...hand, squeeze_frac },
      deeds,
    };
  }

  /** @param gaps_s time between one frame and the next, again and again */
  function mass_kg(gaps_s: number[]): number {
    const extinguisher = { ...pack.room.things.extinguisher!, at_m: [1.6, 0.9, 0.4] as [number, number, number] };
    const world = createWorld(setupOf({ ...pack.room, things: { ...pack.room.things, extinguisher } }, {}, 1.6), 1);
    const pace = newPace();
    let before_s = 0;
    for (let i = 0; before_s < 10.5; i++) {
      const now_s = before_s + gaps_s[i % gaps_s.length]!;
      frame(pace, now_s - before_s, bodyAt(now_s, before_s), (intent) => {
        step(world, intent);
        return true;
      });
      before_s = now_s;
    }
    return used_kg(world);
  }

  test('the powder used differs by less than one frame of flow, with uneven frames too', () => {
    const masses_kg = [...RATES.map((rate) => [1 / rate]), [1 / 120, 1 / 20, 1 / 72], [1 / 90, 1 / 90, 1 / 30]].map(
      mass_kg,
    );
    console.log(`one motion: ${masses_kg.map((kg) => kg.toFixed(4)).join(', ')} kg`);
    expect(Math.min(...masses_kg)).toBeGreaterThan(1);
    expect(Math.max(...masses_kg) - Math.min(...masses_kg)).toBeLessThanOrEqual(ONE_FRAME_kg);
  });
});

describe('[DR12] one escape through smoke, shown at four rates', () => {
  /** Through the flat into the corridor, bending as the smoke comes down; the door opens on the way. A function of time. */
  function bodyAt(t_s: number, from_s: number): Intent {
    const z = 0.4 + 4.4 * Math.max(0, Math.min(1, (t_s - 4) / 8));
    const x = 0.2 + 6.5 * Math.max(0, Math.min(1, (t_s - 14) / 12));
    const y = 1.6 - 0.75 * Math.max(0, Math.min(1, (t_s - 3) / 0.8));
    const quat = [0, 0, 0, 1] as [number, number, number, number];
    const hand = {
      pose: { position_m: [x, 1, z + 0.3] as [number, number, number], orientation_quat: quat },
      squeeze_frac: 0,
      tracked: true,
    };
    const deeds: Intent['deeds'] = [];
    if (from_s < 10.013 && t_s >= 10.013) deeds.push({ do: 'turn', hand: 'right', thing: 'door-flat', to_frac: 1 });
    const head = { position_m: [x, y, z] as [number, number, number], orientation_quat: quat };
    return { head, gaze_dir: [1, 0, 0], left: structuredClone(hand), right: hand, deeds };
  }

  function getOut(gaps_s: number[]): World {
    const house = tower('living-middle', { sofa: SOFA, bike: BIKE });
    light(house, 'sofa', 60);
    light(house, 'bike');
    const { world } = house;
    const pace = newPace();
    let before_s = 0;
    for (let i = 0; before_s < 40; i++) {
      const now_s = before_s + gaps_s[i % gaps_s.length]!;
      frame(pace, now_s - before_s, bodyAt(now_s, before_s), (intent) => {
        if (world.tick < 39 * 60) step(world, intent);
        return true;
      });
      before_s = now_s;
    }
    expect(door(house, 'door-flat').open_frac).toBeGreaterThan(0.2);
    return world;
  }

  test('layers of every space agree within 1 cm, temperatures within 1 K, doses within 2 per cent', () => {
    const gaps = [...RATES.map((rate) => [1 / rate]), [1 / 120, 1 / 20, 1 / 72]];
    const worlds = gaps.map(getOut);
    const spread = (of: (world: World) => number) => {
      const all = worlds.map(of);
      return Math.max(...all) - Math.min(...all);
    };
    expect(new Set(worlds.map((world) => world.tick)).size).toBe(1);
    const corridor_m = worlds.map((world) => smokeIn(world, 'corridor').layerHeight_m);
    const doses = worlds.map((world) => world.body.smokeDose_frac);
    console.log(`corridor ${corridor_m.map((m) => m.toFixed(4)).join(', ')} m; dose ${doses.join(', ')}`);
    expect(Math.max(...corridor_m)).toBeLessThan(2.2);
    for (const { id } of worlds[0]!.room.spaces) {
      expect(
        spread((world) => smokeIn(world, id).layerHeight_m),
        id,
      ).toBeLessThanOrEqual(0.01);
      expect(
        spread((world) => smokeIn(world, id).upper_K),
        id,
      ).toBeLessThanOrEqual(1);
    }
    expect(doses[0]).toBeGreaterThan(1e-4);
    expect(spread((world) => world.body.smokeDose_frac)).toBeLessThanOrEqual(0.02 * doses[0]!);
    expect(new Set(worlds.map((world) => world.body.alive)).size).toBe(1);
  });
});

test('[DR6] no tick is lost or doubled at any rate', () => {
  for (const frames_per_s of [...RATES, 59.94, 144, 7]) {
    const pace = newPace();
    let ticks = 0;
    const still = { head: { position_m: [0, 1.6, 0], orientation_quat: [0, 0, 0, 1] }, gaze_dir: [0, 0, -1] };
    const hand = { pose: still.head, squeeze_frac: 0, tracked: true };
    const sample = { ...still, left: hand, right: hand, deeds: [] } as unknown as Intent;
    for (let i = 0; i < frames_per_s * 20; i++)
      frame(pace, 1 / frames_per_s, sample, () => {
        ticks++;
        return true;
      });
    expect(Math.abs(ticks - 1200), `${frames_per_s}`).toBeLessThanOrEqual(1);
  }
});
