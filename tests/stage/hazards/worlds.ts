/** Small hand-set worlds for looking at and measuring the hazards alone: one instant each, no simulation. */
import { Quaternion, Vector3 } from 'three';
import type { Agent, Appliance, Extinguisher, FireCell, OilPan, SolidFuel, Thing } from '../../../src/sim/things.ts';
import type { Pose, Vec3, World } from '../../../src/sim/world.ts';
import { type Air, airOf } from './smoky.ts';

export function poseAt(x: number, y: number, z: number): Pose {
  return { position_m: [x, y, z], orientation_quat: [0, 0, 0, 1] };
}

export function aimedAt(from: Vec3, to: Vec3): Pose {
  const direction = new Vector3(to[0] - from[0], to[1] - from[1], to[2] - from[2]).normalize();
  const q = new Quaternion().setFromUnitVectors(new Vector3(0, 0, -1), direction);
  return { position_m: from, orientation_quat: [q.x, q.y, q.z, q.w] };
}

function base(id: string, at: Vec3, half_m: Vec3) {
  return { id, pose: poseAt(...at), half_m, heldBy: null, home: poseAt(...at) };
}

export function cell(over: Partial<FireCell> = {}): FireCell {
  return { burning: false, agent_kgpm2: 0, water_kgpm2: 0, surface_K: 293, left_frac: 1, ...over };
}

export function wok(over: Partial<OilPan> = {}): OilPan {
  return {
    ...base('wok', [-0.29, 0.96, -2.22], [0.17, 0.06, 0.17]),
    kind: 'oil-pan',
    diameter_m: 0.32,
    oil_kg: 0.9,
    oil_K: 650,
    burner: 'knob',
    burning: true,
    cover: null,
    covered_frac: 0,
    heatRelease_kW: 60,
    flameHeight_m: 0.85,
    fireball_s: 0,
    spill_m2: 0,
    ...over,
  };
}

export function carton(burning: number, heat_kW: number, flame_m: number, over: Partial<SolidFuel> = {}): SolidFuel {
  const cells = Array.from({ length: 64 }, (_, k) => {
    const near = Math.hypot((k % 8) - 3.5, Math.floor(k / 8) - 3.5);
    return cell({ burning: near * near * 3.2 < burning, surface_K: near * near * 3.2 < burning ? 800 : 300 });
  });
  return {
    ...base('carton', [-1.2, 0.45, -1.9], [0.4, 0.45, 0.4]),
    kind: 'solid-fuel',
    fuel: 'carton-stack',
    cells,
    cell_m: 0.1,
    columns: 8,
    heatRelease_kW: heat_kW,
    flameHeight_m: flame_m,
    burning: burning > 0,
    left_frac: 0.9,
    ...over,
  };
}

export function heater(over: Partial<Appliance> = {}): Appliance {
  return {
    ...base('heater', [1.1, 0.3, -2.1], [0.2, 0.28, 0.1]),
    kind: 'appliance',
    plug: 'plug',
    breaker: null,
    live: true,
    burning: true,
    heatRelease_kW: 18,
    flameHeight_m: 0.4,
    cell: cell({ burning: true, surface_K: 800 }),
    ...over,
  };
}

export function bottle(agent: Agent, from: Vec3, to: Vec3, flow = 1): Extinguisher {
  const charge_kg = agent === 'co2' ? 3 : 4;
  return {
    ...base('bottle', from, [0.09, 0.24, 0.09]),
    kind: 'extinguisher',
    agent,
    charge_kg,
    agentLeft_kg: charge_kg * 0.6,
    discharge_s: 13,
    range_m: agent === 'co2' ? 2.2 : 4,
    rated: ['A', 'B', 'C', 'E'],
    madeYear: 2024,
    defect: null,
    pinIn: false,
    lever_frac: flow,
    openFor_s: 2,
    flow_kgps: (charge_kg / 13) * flow,
    hoseHeldBy: null,
    nozzle: aimedAt(from, to),
    inverted: false,
    tag: null,
  };
}

export function roomOf(things: Thing[], over: Partial<World> & { rooms?: Air[] } = {}): World {
  const body = {
    head: poseAt(0.3, 1.6, 0.6),
    gaze_dir: [0, 0, -1] as Vec3,
    left: { pose: poseAt(0, 1, 0), squeeze_frac: 0, tracked: true },
    right: { pose: aimedAt([0.3, 1.1, 0.2], [-0.29, 0.96, -2.22]), squeeze_frac: 0, tracked: true },
    standing_m: 1.65,
    holds: { left: null, right: null },
    space: 'room',
    feels: { left: null, right: null },
    heatDose_frac: 0,
    smokeDose_frac: 0,
    alive: true,
    out: false,
  };
  const { rooms, ...world } = over;
  const { spaces, layout, air } = airOf(rooms ?? [{}]);
  return {
    tick: 0,
    rng: 1,
    air,
    room: {
      surfaces: [],
      spaces,
      layout,
      width_m: 6,
      depth_m: 5,
      ceiling_m: 2.7,
      floor_m: [
        [-3, -2.5],
        [3, -2.5],
        [3, 2.5],
        [-3, 2.5],
      ],
      obstacles: [],
      exit: { door: 'door', outside: { min_m: [3.1, 0, -1], max_m: [4.2, 2.4, 0.1] } },
      posts: {},
      draught_mps: [0, 0, 0],
    },
    things: Object.fromEntries(things.map((thing) => [thing.id, thing])),
    body,
    smoke: { layerHeight_m: 2.7, upper_K: 293, soot_kg: 0, co_ppm: 0, visibility_m: 100 },
    call: { phone: null, number: null, line: null, told: [], ended: false },
    numbers: {},
    tally: {
      spray_s: 0,
      onTarget_s: 0,
      used_kg: 0,
      sweep_m: 0,
      firstDistance_m: 0,
      firstSpray_s: 0,
      gaze_s: {},
      watched_s: 0,
      outAt_s: 0,
    },
    gatesShut: [],
    // the sim's own notes; nothing here reads them
    working: { packs: {} } as unknown as World['working'],
    ...world,
  };
}

/** The instants worth looking at, by name. */
export const SCENES: Record<string, () => World> = {
  wok: () => roomOf([knob(), wok()]),
  'wok-small': () => roomOf([knob(), wok({ heatRelease_kW: 15, flameHeight_m: 0.3 })]),
  fuming: () => roomOf([knob(), wok({ burning: false, heatRelease_kW: 0, flameHeight_m: 0 })]),
  fireball: () =>
    roomOf([knob(), wok({ heatRelease_kW: 400, flameHeight_m: 1.7, fireball_s: 1, spill_m2: 0.3 })], smoky(2.1, 4)),
  carton: () => roomOf([carton(30, 120, 1.2)]),
  'carton-small': () => roomOf([carton(6, 12, 0.35)]),
  heater: () => roomOf([heater()]),
  powder: () => roomOf([carton(30, 90, 1), bottle('abc-powder', [0.7, 0.95, 0.1], [-1.2, 0.9, -1.9])]),
  'powder-side': () => roomOf([carton(30, 90, 1), bottle('abc-powder', [2.4, 0.95, -1.2], [-1.2, 0.8, -1.9])]),
  'powder-fizz': () => roomOf([carton(30, 90, 1), bottle('abc-powder', [0.7, 0.95, 0.1], [-1.2, 0.9, -1.9], 0.12)]),
  co2: () => roomOf([heater(), bottle('co2', [0.6, 0.9, -0.3], [1.1, 0.4, -2.1])]),
  water: () => roomOf([carton(30, 60, 0.8), bottle('water-based', [0.7, 0.95, 0.1], [-1.2, 0.9, -1.9])]),
  wet: () => roomOf([knob(), wok(), bottle('wet-chemical', [0.6, 1.1, 0.1], [-0.29, 1, -2.22])]),
  steam: () => {
    const fuel = carton(0, 0, 0);
    for (const one of fuel.cells) Object.assign(one, { water_kgpm2: 0.6, surface_K: 420 });
    return roomOf([fuel]);
  },
  deposit: () => {
    const fuel = carton(0, 0, 0);
    fuel.cells.forEach((one, k) => {
      Object.assign(one, { agent_kgpm2: 0.3 + (k % 5) * 0.2, surface_K: 500 });
    });
    return roomOf([fuel]);
  },
  'smoke-high': () => roomOf([carton(40, 160, 1.4)], smoky(2.2, 6)),
  'smoke-low': () => roomOf([carton(50, 220, 1.6)], smoky(1.75, 2.5)),
  'head-in-smoke': () => roomOf([carton(50, 220, 1.6)], smoky(1.4, 1.6)),
};

function knob(): Thing {
  return { ...base('knob', [-0.29, 0.913, -2.02], [0.03, 0.03, 0.03]), kind: 'gas-tap', open_frac: 1 };
}

function smoky(layer_m: number, visibility_m: number): { rooms: Air[]; smoke: World['smoke'] } {
  return {
    rooms: [{ layer_m, upper_pm: 3 / visibility_m }],
    smoke: { layerHeight_m: layer_m, upper_K: 450, soot_kg: 0.02, co_ppm: 500, visibility_m },
  };
}
