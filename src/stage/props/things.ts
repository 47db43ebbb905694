/** Everything else that moves: pans and lids, taps, switches, doors, what burns and what is thrown. */
import { Color, Group, type Object3D, Quaternion, Vector3 } from 'three';
import type { Thing } from '../../sim/things.ts';
import { ownMaterials } from './own.ts';
import { approach, follow, type Library, type Prop, part, take } from './prop.ts';

const X = new Vector3(1, 0, 0);
const Y = new Vector3(0, 1, 0);

/** Travels of public/models/manifest.json. */
const OPEN_rad = (95 * Math.PI) / 180;
const OFF_rad = (-50 * Math.PI) / 180;

function show(node: Object3D | null, visible: boolean): void {
  if (node) node.visible = visible;
}

/** A thing that only goes where the world has it. */
export function makePlain(library: Library, id: string, name: string, shadow_m: number | null): Prop {
  const root = take(library, name);
  return { id, root, shadow_m, draw: (now, _, dt_s) => follow(root, now, dt_s) };
}

/** Something mounted: it stays where it is, one part turns about an axis by a share of an angle. */
export function makeTurning(
  library: Library,
  id: string,
  name: string,
  partName: string,
  axis: Vector3,
  angle: (thing: Thing) => number,
): Prop {
  const root = take(library, name);
  const moving = part(root, partName) ?? root;
  const rest = moving.quaternion.clone();
  const spin = new Quaternion();
  let at_rad = Number.NaN;
  return {
    id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      follow(root, now, dt_s);
      at_rad = Number.isNaN(at_rad) ? angle(now) : approach(at_rad, angle(now), 9, dt_s);
      moving.quaternion.copy(rest).multiply(spin.setFromAxisAngle(axis, at_rad));
    },
  };
}

export function makeKnob(library: Library, id: string, node: string): Prop {
  return makeTurning(library, id, node, 'knob', Y, (now) =>
    now.kind === 'gas-tap' ? now.open_frac * (Math.PI / 2) : 0,
  );
}

export function makeValve(library: Library, id: string, node: string): Prop {
  return makeTurning(library, id, node, 'wheel', Y, (now) =>
    now.kind === 'gas-tap' ? now.open_frac * 2 * Math.PI : 0,
  );
}

export function makeBreaker(library: Library, id: string, node: string): Prop {
  return makeTurning(library, id, node, 'switch', X, (now) => ('on' in now && !now.on ? OFF_rad : 0));
}

export function makeDoor(library: Library, id: string, name: string): Prop {
  return makeTurning(library, id, name, 'leaf', Y, (now) => (now.kind === 'door' ? now.open_frac * OPEN_rad : 0));
}

/** Hood switch and call point: pressed in, a lamp lit. */
export function makeButton(library: Library, id: string, name: string): Prop {
  const root = take(library, name);
  const button = part(root, 'button') ?? part(root, 'glass');
  const lamp = part(root, 'lamp');
  const rest_m = button?.position.z ?? 0;
  return {
    id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      follow(root, now, dt_s);
      const on = 'on' in now && now.on === true;
      show(lamp, on);
      if (button) button.position.z = approach(button.position.z, rest_m + (on ? 0.006 : 0), 20, dt_s);
    },
  };
}

/** The plug lies beside its socket once pulled. */
export function makePlug(library: Library, id: string, node: string): Prop {
  const root = take(library, node);
  let out = 0;
  const plug = part(root, 'plug') ?? root;
  return {
    id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      out = approach(out, 'on' in now && now.on === true ? 0 : 1, 8, dt_s);
      follow(root, now, 1);
      plug.position.z = -0.12 * out;
      plug.position.y = -0.22 * out * out;
    },
  };
}

export function makeWok(library: Library, id: string, node: string): Prop {
  const root = take(library, node);
  const oil = part(root, 'oil');
  return {
    id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      if (now.kind !== 'oil-pan') return;
      follow(root, now, dt_s);
      if (oil) oil.visible = now.oil_kg > 0.02;
    },
  };
}

/** In its box with the tabs out, between two hands, or over the pan. The box stays on the wall, the cloth goes. */
export function makeBlanket(library: Library, thing: Thing, facing_deg: number): Prop {
  const box = take(library, 'blanket-box');
  const cloth = take(library, 'blanket');
  const looks = { draped: part(cloth, 'draped'), held: part(cloth, 'held'), folded: part(cloth, 'folded') };
  const holder = new Group().add(box, cloth);
  box.position.fromArray(thing.home.position_m);
  box.rotation.y = (facing_deg * Math.PI) / 180;
  const tabs = part(box, 'tabs');
  return {
    id: thing.id,
    root: holder,
    shadow_m: null,
    draw(now, world, dt_s) {
      if (now.kind !== 'fire-blanket') return;
      const home = !now.heldBy && now.on === null && nearHome(now);
      show(tabs, home);
      cloth.visible = !home;
      follow(cloth, now, dt_s);
      show(looks.draped, now.on !== null);
      show(looks.held, now.heldBy !== null);
      show(looks.folded, now.on === null && now.heldBy === null);
      const pan = now.on ? world.things[now.on] : undefined;
      if (pan) cloth.position.fromArray(pan.pose.position_m);
    },
  };
}

function nearHome(thing: Thing): boolean {
  const [x, y, z] = thing.pose.position_m;
  const [hx, hy, hz] = thing.home.position_m;
  return Math.abs(x - hx) + Math.abs(y - hy) + Math.abs(z - hz) < 0.05;
}

/** Water in a basin or bucket sinks as it is thrown. */
export function makeWater(library: Library, id: string, name: string): Prop {
  const root = take(library, name);
  const water = part(root, 'water');
  let full_kg = 0;
  return {
    id,
    root,
    shadow_m: 0.2,
    draw(now, _, dt_s) {
      follow(root, now, dt_s);
      if (now.kind !== 'water' || !water) return;
      full_kg = Math.max(full_kg, now.left_kg);
      water.visible = now.left_kg > 0.1;
      if (full_kg > 0) water.scale.setScalar(0.8 + (0.2 * now.left_kg) / full_kg);
    },
  };
}

const CHAR = new Color('#17120f');
const NEW = new Color('#ffffff');

/** What burns darkens to char and, where it is paper or cloth, sinks and thins. */
export function makeFuel(library: Library, id: string, name: string, shrinks: 'paper' | 'body' | null): Prop {
  const root = take(library, name);
  const burns = shrinks === 'paper' ? part(root, 'paper') : root;
  const own = ownMaterials(burns ?? root);
  let char = 0;
  return {
    id,
    root,
    shadow_m: shrinks === 'paper' ? 0.2 : null,
    draw(now, _, dt_s) {
      follow(root, now, dt_s);
      if (now.kind !== 'solid-fuel') return;
      char = approach(char, charred_frac(now.left_frac, now.burning), 1.5, dt_s);
      for (const one of own) one.color.copy(NEW).lerp(CHAR, char);
      if (burns && shrinks === 'paper') burns.scale.y = 0.35 + 0.65 * Math.max(0, now.left_frac);
    },
  };
}

/** Seconds of fire that leave an e-bike, or anything that burns as a whole, black. [D] */
const BLACK_s = 45;

/** Something carried or parked that blackens where it burns. */
export function makeCharring(root: Object3D, thing: Thing): Prop {
  const own = thing.kind === 'e-bike' ? ownMaterials(root) : [];
  let burned_s = 0;
  return {
    id: thing.id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      follow(root, now, dt_s);
      if (!('burning' in now) || !now.burning) return;
      burned_s += dt_s;
      for (const one of own) one.color.copy(NEW).lerp(CHAR, 0.93 * Math.min(1, burned_s / BLACK_s));
    },
  };
}

/** Surface blackens long before the mass is gone. */
export function charred_frac(left_frac: number, burning: boolean): number {
  const gone = 1 - left_frac;
  return Math.min(1, gone * 3.5 + (burning ? 0.15 : 0)) * 0.93;
}

/** Heater and power strip: a glow while live, blackened once burnt. */
export function makeAppliance(library: Library, id: string, name: string): Prop {
  const root = take(library, name);
  const glow = part(root, 'glow');
  return {
    id,
    root,
    shadow_m: null,
    draw(now, _, dt_s) {
      follow(root, now, dt_s);
      if (now.kind === 'appliance') show(glow, now.live);
    },
  };
}
