/** An extinguisher: pin, lever, needle, hose to the other hand, and the faults an inspection is to find. */
import {
  type BufferGeometry,
  CanvasTexture,
  CubicBezierCurve3,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
  PlaneGeometry,
  Quaternion,
  SRGBColorSpace,
  TubeGeometry,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import type { Extinguisher, Thing } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { applyHeightSmoke } from '../hazards/smokeMaterial.ts';
import { approach, eachMesh, follow, type Library, type Prop, part, take } from './prop.ts';

/** Needle by what the gauge shows: green in the middle, red low, yellow high. */
const NEEDLE_rad = { low: 1.08, right: 0, high: -1.08 };
/** The lever's full travel. */
const LEVER_rad = 0.19;

export function makeExtinguisher(library: Library, thing: Extinguisher, node: string): Prop {
  const root = take(library, node);
  const parts = {
    pin: part(root, 'pin'),
    lever: part(root, 'lever'),
    needle: part(root, 'needle'),
    hose: part(root, 'hose'),
    nozzle: part(root, 'nozzle'),
  };
  show(part(root, 'rust'), thing.defect === 'corroded');
  show(part(root, 'crack'), thing.defect === 'cracked-hose');
  show(part(root, 'label'), thing.defect !== 'no-label');
  const leverRest = parts.lever?.quaternion.clone() ?? new Quaternion();
  const needleRest = parts.needle?.quaternion.clone() ?? new Quaternion();
  addDate(root, thing);
  const cartons = thing.defect === 'blocked' ? take(library, 'ext-box-cartons') : null;
  if (cartons) root.add(cartons);
  const hose = makeHose(root, parts.hose, parts.nozzle);
  if (parts.needle) parts.needle.quaternion.copy(turned(needleRest, FRONT, needleOf(thing)));
  show(parts.pin, thing.pinIn);
  const whole = mergeParts(root);
  const loose = whole.from;
  // the thing itself changes with the run
  const pinAtFirst = thing.pinIn;
  let needle_rad = 0;
  return {
    id: thing.id,
    root,
    shadow_m: 0.13,
    draw(now: Thing, world: World, dt_s: number) {
      if (now.kind !== 'extinguisher') return;
      follow(root, now, dt_s);
      const untouched =
        !now.heldBy && !now.hoseHeldBy && now.pinIn === pinAtFirst && now.agentLeft_kg === now.charge_kg;
      whole.mesh.visible = untouched;
      for (const one of loose) one.visible = !untouched;
      if (cartons) leaveBehind(cartons, root, now);
      if (untouched) return;
      show(parts.pin, now.pinIn);
      if (parts.lever) parts.lever.quaternion.copy(turned(leverRest, FRONT, now.lever_frac * LEVER_rad));
      if (parts.needle) {
        needle_rad = approach(needle_rad, needleOf(now), 6, dt_s);
        parts.needle.quaternion.copy(turned(needleRest, FRONT, needle_rad));
      }
      hose.draw(now, world);
    },
  };
}

/** The stock before a blocked bottle stays on the floor when the bottle is taken. */
function leaveBehind(cartons: Object3D, root: Object3D, bottle: Thing): void {
  const p = bottle.home.position_m;
  const q = bottle.home.orientation_quat;
  spin.copy(root.quaternion).invert();
  cartons.position.set(p[0], p[1], p[2]).sub(root.position).applyQuaternion(spin);
  cartons.quaternion.set(q[0], q[1], q[2], q[3]).premultiply(spin);
}

/** A bottle nobody has touched is one mesh, one draw: a shop's row of ten would else be seventy. */
function mergeParts(root: Object3D): { mesh: Mesh; from: Object3D[] } {
  root.updateMatrixWorld(true);
  const inverse = new Matrix4().copy(root.matrixWorld).invert();
  const pieces: BufferGeometry[] = [];
  const from: Mesh[] = [];
  eachMesh(root, (mesh) => {
    if (mesh.userData.plate || !shown(mesh, root)) return;
    from.push(mesh);
    pieces.push(mesh.geometry.clone().applyMatrix4(new Matrix4().multiplyMatrices(inverse, mesh.matrixWorld)));
  });
  const merged = mergeGeometries(pieces);
  for (const piece of pieces) piece.dispose();
  const mesh = new Mesh(merged, from[0]?.material);
  root.add(mesh);
  return { mesh, from };
}

function shown(node: Object3D, root: Object3D): boolean {
  for (let at: Object3D | null = node; at && at !== root; at = at.parent) if (!at.visible) return false;
  return true;
}

const FRONT = new Vector3(0, 0, 1);
const spin = new Quaternion();
const result = new Quaternion();

function turned(rest: Quaternion, axis: Vector3, angle_rad: number): Quaternion {
  return result.copy(rest).multiply(spin.setFromAxisAngle(axis, angle_rad));
}

function needleOf(bottle: Extinguisher): number {
  if (bottle.defect === 'low-pressure') return NEEDLE_rad.low;
  if (bottle.defect === 'over-pressure') return NEEDLE_rad.high;
  // pressure falls with what has left the bottle
  return NEEDLE_rad.low * (1 - bottle.agentLeft_kg / bottle.charge_kg);
}

function show(node: Object3D | null, visible: boolean): void {
  if (node) node.visible = visible;
}

/** Month and year as stamped on the plate; an expired bottle tells it by its date alone. */
function addDate(root: Object3D, bottle: Extinguisher): void {
  const place = part(root, 'date-plate');
  if (!place) return;
  const canvas = document.createElement('canvas');
  canvas.width = 256;
  canvas.height = 96;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#d5d8da';
  pen.fillRect(0, 0, 256, 96);
  pen.strokeStyle = '#6d7478';
  pen.lineWidth = 6;
  pen.strokeRect(3, 3, 250, 90);
  pen.fillStyle = '#15191b';
  pen.font = '700 58px "Drillhall", "Noto Sans SC", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(`${bottle.madeYear}.03`, 128, 52);
  const map = new CanvasTexture(canvas);
  map.colorSpace = SRGBColorSpace;
  map.anisotropy = 4;
  const width_m = Number(place.userData.width_m ?? 0.085);
  const height_m = Number(place.userData.height_m ?? 0.032);
  const plate = new Mesh(
    new PlaneGeometry(width_m, height_m),
    applyHeightSmoke(new MeshBasicMaterial({ map, toneMapped: false })),
  );
  // the marker's own front is -z, as everything's is
  plate.userData.plate = true;
  plate.rotation.y = Math.PI;
  place.add(plate);
}

/** The hose hangs as modelled until a hand takes it; then it is bent afresh from valve to hand. */
function makeHose(root: Object3D, hanging: Object3D | null, nozzle: Object3D | null) {
  const start = part(root, 'hose-start');
  const rest = nozzle ? { position: nozzle.position.clone(), quaternion: nozzle.quaternion.clone() } : null;
  const curve = new CubicBezierCurve3();
  const material =
    hanging instanceof Mesh
      ? hanging.material
      : (hanging?.children.find((one) => one instanceof Mesh) as Mesh | undefined)?.material;
  let bent: Mesh | null = null;
  const inverse = new Quaternion();
  return {
    draw(bottle: Extinguisher, world: World) {
      const held = bottle.hoseHeldBy !== null && start !== null;
      show(hanging, !held);
      if (bent) bent.visible = held;
      if (!held || !start) {
        if (nozzle && rest) {
          nozzle.position.copy(rest.position);
          nozzle.quaternion.copy(rest.quaternion);
        }
        return;
      }
      if (!bent) {
        bent = new Mesh(new TubeGeometry(curve, HOSE_RINGS, 0.009, 8), material);
        bent.frustumCulled = false;
        root.add(bent);
      }
      const at = bottle.nozzle.position_m;
      const q = bottle.nozzle.orientation_quat;
      inverse.copy(root.quaternion).invert();
      const { v0, v1, v2, v3 } = curve;
      v0.copy(start.position);
      v3.set(at[0], at[1], at[2]).sub(root.position).applyQuaternion(inverse);
      back.set(0, 0, 0.22).applyQuaternion(spin.set(q[0], q[1], q[2], q[3]).premultiply(inverse));
      v3.addScaledVector(back, 0.5);
      // leaves the valve sideways, comes into the nozzle from behind, and hangs a little by its weight between
      v1.set(v0.x - 0.16, v0.y - 0.06, v0.z);
      v2.copy(v3).add(back);
      v2.y -= 0.07;
      bend(bent.geometry as TubeGeometry, curve);
      if (nozzle) {
        nozzle.position.copy(v3);
        nozzle.quaternion.copy(spin);
      }
      void world;
    },
  };
}

const HOSE_RINGS = 20;
const back = new Vector3();
const centre = new Vector3();
const along = new Vector3();
const side = new Vector3();
const over = new Vector3();

/** Rewrites the tube's points in place: eight around each of the curve's points. */
function bend(geometry: TubeGeometry, curve: CubicBezierCurve3): void {
  const place = geometry.getAttribute('position');
  for (let i = 0; i <= HOSE_RINGS; i++) {
    const u = i / HOSE_RINGS;
    curve.getPoint(u, centre);
    curve.getTangent(u, along);
    side.set(0, 1, 0).cross(along);
    if (side.lengthSq() < 1e-4) side.set(1, 0, 0);
    side.normalize();
    over.copy(along).cross(side);
    for (let k = 0; k <= 8; k++) {
      const a = (k / 8) * Math.PI * 2;
      const c = Math.cos(a) * 0.009;
      const s = Math.sin(a) * 0.009;
      place.setXYZ(
        i * 9 + k,
        centre.x + side.x * c + over.x * s,
        centre.y + side.y * c + over.y * s,
        centre.z + side.z * c + over.z * s,
      );
    }
  }
  place.needsUpdate = true;
}
