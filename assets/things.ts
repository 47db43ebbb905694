/** Which model stands for which thing of each room, and which way it faces where room.yaml does not say. */

export const ROOMS = ['kitchen', 'living-room', 'shop'] as const;
export type RoomName = (typeof ROOMS)[number];
/** Houses of several rooms, laid out by scenarios/fire-escape/NAME.yaml; the stage finds the roots of their things by kind (src/stage/props/roots.ts). */
export const HOUSES = ['tower', 'school', 'restaurant'] as const;
export type HouseName = (typeof HOUSES)[number];
export const PEOPLE = [
  'grandma',
  'child',
  'customer',
  'resident',
  'neighbour',
  'guest-a',
  'guest-b',
  'guest-c',
  'guest-d',
  'waiter',
  'pupil-a',
  'pupil-b',
  'teacher',
  'firefighter',
] as const;
/** Who comes in numbers, and is drawn with fewer triangles. */
export const CROWD = ['guest-a', 'guest-b', 'guest-c', 'guest-d', 'pupil-a', 'pupil-b'] as const;
/** What every one of them can do; cycles that stay in place. */
export const CLIPS = ['carry', 'cough', 'crouch', 'down', 'help', 'idle', 'phone', 'run', 'walk'] as const;

/** Folder of each room's room.yaml. */
export const VARIANTS: Record<RoomName, string> = {
  kitchen: 'kitchen-wok',
  'living-room': 'living-room-basket',
  shop: 'shop-inspection-carton',
};

export interface Standing {
  /** root node in props.glb, or the name of a person's model */
  node: string;
  /** degrees as in room.yaml: 0 faces -z, 90 faces -x; used where the thing has no facing_deg of its own */
  facing_deg: number;
  /** more roots that belong to it, at the same point */
  also?: string[];
}

/** Walls seen from the room: things on the right wall face -x (90), on the left +x (-90), at the back +z (180). */
const [RIGHT_WALL, LEFT_WALL, BACK_WALL, FRONT_WALL] = [90, -90, 180, 0];

function bottle(agent: 'abc' | 'water' | 'wet' | 'co2', also?: string[]): Standing {
  return { node: `extinguisher-${agent}`, facing_deg: RIGHT_WALL, ...(also ? { also } : {}) };
}

export const STANDING: Record<RoomName, Record<string, Standing>> = {
  kitchen: {
    wok: { node: 'wok', facing_deg: 0 },
    knob: { node: 'gas-knob', facing_deg: 180 },
    'gas-valve': { node: 'gas-valve', facing_deg: 180 },
    hood: { node: 'hood-switch', facing_deg: 180 },
    lid: { node: 'lid', facing_deg: 0 },
    'small-lid': { node: 'small-lid', facing_deg: 0 },
    blanket: { node: 'blanket-box', facing_deg: RIGHT_WALL, also: ['blanket'] },
    basin: { node: 'basin', facing_deg: 0 },
    flour: { node: 'flour', facing_deg: -110 },
    extinguisher: bottle('abc'),
    breaker: { node: 'breaker', facing_deg: RIGHT_WALL },
    phone: { node: 'phone', facing_deg: 0 },
    door: { node: 'door-flat', facing_deg: RIGHT_WALL },
    'exit-sign': { node: 'exit-sign', facing_deg: RIGHT_WALL },
    grandma: { node: 'grandma', facing_deg: 30 },
  },
  'living-room': {
    basket: { node: 'basket', facing_deg: 0 },
    curtain: { node: 'curtain', facing_deg: BACK_WALL },
    heater: { node: 'heater', facing_deg: BACK_WALL },
    plug: { node: 'plug', facing_deg: BACK_WALL },
    breaker: { node: 'breaker', facing_deg: RIGHT_WALL },
    extinguisher: bottle('abc'),
    'water-extinguisher': bottle('water'),
    bucket: { node: 'bucket', facing_deg: 0 },
    phone: { node: 'phone', facing_deg: 0 },
    door: { node: 'door-flat', facing_deg: RIGHT_WALL },
    'exit-sign': { node: 'exit-sign', facing_deg: RIGHT_WALL },
    child: { node: 'child', facing_deg: 60 },
  },
  shop: {
    carton: { node: 'carton-stack', facing_deg: 180 },
    'shelf-goods': { node: 'shelf-goods', facing_deg: BACK_WALL },
    strip: { node: 'power-strip', facing_deg: LEFT_WALL },
    plug: { node: 'plug', facing_deg: LEFT_WALL },
    breaker: { node: 'breaker', facing_deg: LEFT_WALL },
    ...Object.fromEntries([1, 2, 4, 5, 6, 8, 9].map((n) => [`ext-${n}`, bottle('abc')])),
    'ext-3': bottle('water'),
    'ext-7': bottle('co2'),
    'ext-10': bottle('abc', ['ext-box-cartons']),
    'call-point': { node: 'call-point', facing_deg: FRONT_WALL },
    phone: { node: 'phone', facing_deg: 0 },
    door: { node: 'door-shop', facing_deg: FRONT_WALL },
    'exit-sign': { node: 'exit-sign', facing_deg: FRONT_WALL },
    customer: { node: 'customer', facing_deg: 80 },
  },
};

/** An unturned leaf lies along x, hinged at -x, and opens to -z; `leaf-right` is hinged at +x. */
const SWING = { axis: 'y', open_deg: 90, note: 'hinge at -x, opens to -z' } as const;
const SWING_RIGHT = { axis: 'y', open_deg: -90, note: 'hinge at +x, opens to -z' } as const;

/** Parts that the app moves: about or along which axis of the part, and how far. Angles in degrees, ways in metres. */
export const MOTION = {
  'gas-knob/knob': {
    axis: 'y',
    open_deg: -90,
    note: 'pointer at the back: shut; turned clockwise seen from above: open',
  },
  'gas-valve/wheel': { axis: 'y', open_deg: 360, note: 'counter-clockwise opens' },
  'breaker/switch': { axis: 'x', off_deg: -50, note: 'up is on' },
  'door-flat/leaf': { axis: 'y', open_deg: 95, note: 'opens outwards, away from the front' },
  'door-shop/leaf': { axis: 'y', open_deg: 95, note: 'opens outwards, away from the front' },
  'leaf-wood/leaf': SWING,
  'leaf-wood-70/leaf': SWING,
  'leaf-wood-90/leaf': SWING,
  'leaf-steel/leaf': SWING,
  'leaf-fire/leaf': SWING,
  'leaf-school/leaf': SWING,
  'leaf-ground/leaf': SWING,
  'leaf-fire-140/leaf-left': SWING,
  'leaf-fire-140/leaf-right': SWING_RIGHT,
  'leaf-fire-140-low/leaf-left': SWING,
  'leaf-fire-140-low/leaf-right': SWING_RIGHT,
  'leaf-glass-140/leaf-left': SWING,
  'leaf-glass-140/leaf-right': SWING_RIGHT,
  'leaf-glass-160/leaf-left': SWING,
  'leaf-glass-160/leaf-right': SWING_RIGHT,
  'leaf-lift/left': { axis: 'x', open_m: -0.5, note: 'slides into the wall' },
  'leaf-lift/right': { axis: 'x', open_m: 0.5, note: 'slides into the wall' },
  'window-160/sash': { axis: 'x', open_m: 0.735, note: 'slides before the pane that stays' },
  'window-160-tall/sash': { axis: 'x', open_m: 0.735, note: 'slides before the pane that stays' },
  'window-120/sash': { axis: 'x', open_m: 0.535, note: 'slides before the pane that stays' },
  'window-100/sash': { axis: 'x', open_m: 0.435, note: 'slides before the pane that stays' },
  'window-80/sash': { axis: 'x', open_m: 0.335, note: 'slides before the pane that stays' },
  'plug/plug': { axis: 'z', pulled_m: -0.12, note: 'pulled out to the front' },
  'call-point/glass': { axis: 'z', pressed_m: 0.006, note: 'pressed in' },
  'hood-switch/button': { axis: 'z', pressed_m: 0.005, note: 'lamp is shown while on' },
  'extinguisher/lever': { axis: 'z', pressed_deg: 11, note: 'right end goes down' },
  'extinguisher/pin': { axis: 'z', pulled_m: -0.06, note: 'pulled out to the front' },
  'extinguisher/needle': { axis: 'z', low_deg: 62, over_deg: -62, note: '0 is the middle of the green' },
  'extinguisher/nozzle': { axis: '-z', note: 'agent leaves along -z of the part; its origin is where the hose joins' },
} as const;
