/** A headset without a device: poses and buttons of two controllers as the browser gives them, before a real drill. */
import { Quaternion, Vector3 } from 'three';
import type { HandSide, Vec3 } from '../../../src/sim/world.ts';
import { worldX_m, worldZ_m } from '../../../src/stage/rig/rig.ts';
import { Desk } from './desk.ts';

interface Put {
  at: Vec3;
  quat: [number, number, number, number];
}
const SPACES = { viewer: {}, left: {}, right: {} } as const;

/** The same body as at the desk, but worn: head and hands are put somewhere in the room, triggers and grips closed. */
export class Goggles extends Desk {
  readonly head: Put = { at: [0, 1.6, 0], quat: [0, 0, 0, 1] };
  readonly hands: Record<HandSide, Put> = {
    left: { at: [-0.2, 1.1, -0.2], quat: [0, 0, 0, 1] },
    right: { at: [0.2, 1.1, -0.2], quat: [0, 0, 0, 1] },
  };
  private readonly buttons: Record<HandSide, number[]> = { left: [], right: [] };

  protected override frameOf(): { frame: XRFrame; space: XRReferenceSpace } {
    const pose = (space: unknown) => {
      const put = space === SPACES.left ? this.hands.left : space === SPACES.right ? this.hands.right : this.head;
      const [x, y, z] = put.at;
      const [qx, qy, qz, qw] = put.quat;
      return { transform: { position: { x, y, z }, orientation: { x: qx, y: qy, z: qz, w: qw } } };
    };
    const source = (side: HandSide) => ({
      handedness: side,
      targetRaySpace: SPACES[side],
      gripSpace: SPACES[side],
      hand: null,
      gamepad: {
        axes: [0, 0, 0, 0],
        buttons: [0, 1, 2, 3, 4, 5].map((k) => ({ value: this.buttons[side][k] ?? 0 })),
      },
    });
    const frame = {
      session: { inputSources: [source('left'), source('right')] },
      getViewerPose: () => pose(null),
      getPose: pose,
    };
    return { frame: frame as unknown as XRFrame, space: {} as XRReferenceSpace };
  }

  /** Brings a hand to a place of the room, pointing at another. */
  reach(side: HandSide, at: Vec3, to?: Vec3): void {
    const { rig } = this.t;
    // from the room into the play space
    const back = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), -rig.yaw_rad);
    const local = new Vector3(at[0] - rig.x_m, 0, at[2] - rig.z_m).applyQuaternion(back);
    const put = this.hands[side];
    put.at = [local.x, at[1] - rig.y_m - this.t.lift_m, local.z];
    if (to) {
      const look = new Vector3(to[0] - at[0], to[1] - at[1], to[2] - at[2]).normalize();
      const turn = new Quaternion().setFromUnitVectors(new Vector3(0, 0, -1), look).premultiply(back);
      put.quat = turn.toArray() as Put['quat'];
    }
    this.frame();
  }

  protected button(side: HandSide, button: number, value: number): void {
    this.buttons[side][button] = value;
  }

  /** Presses a button down or lets it go: 0 trigger, 1 grip, 3 stick, 4 second. */
  hold(side: HandSide, button: number, value: 0 | 1): void {
    this.button(side, button, value);
    this.frame();
    this.frame();
  }

  click(side: HandSide, button: number): void {
    this.hold(side, button, 1);
    this.hold(side, button, 0);
  }

  /** The wearer stands there, facing so. */
  override stand(x: number, y: number, z: number): void {
    this.frame();
    const { rig } = this.t;
    rig.x_m += x - worldX_m(rig, this.t.xr.head);
    rig.z_m += z - worldZ_m(rig, this.t.xr.head);
    rig.y_m = y;
    this.frame();
  }
}
